import type { Lexicon } from "../language.ts";

/** English words of every concept. */
export const lexicon: Lexicon = {
  // What is counted
  person:
    "personnel, inhabitants, kurds, druze, alawites, hazaras, rohingya, emiratis, saudis, qataris, turks, iraqis, congolese, rwandans, kenyans, ugandans, ethiopians, eritreans, tigrayans, filipinos, nepalis, bangladeshis, egyptians, jordanians, europeans, christians, muslims, jews, yazidis, hindus, cubans, venezuelans, azerbaijanis, georgians, somalis, nigerians, malians, serbs, koreans, germans, french nationals, canadians, australians, south sudanese, people, person, persons, individuals, lives, victims, worker, workers, employees, employee, miners, sailors, pensioners, patients, passengers, members, staffers, nationals, citizens, relatives, refugees, returnees, miner, engineers, guards, aid workers, scientists, americans, britons, ukrainians, russians, palestinians, israelis, iranians, armenians, lebanese, syrians, yemenis, sudanese, pakistanis, indians, afghans, others, captains, crew, crew members, worshippers, mourners, students, teachers, schoolchildren, officials, politicians, commanders, migrants, men and women, human beings, souls, lawmakers, athletes, martyrs, displaced people, participants, survivors, settlers, volunteers, drivers, driver, family members, compatriots, citizen, pensioner, sailor, patient, volunteer, student, teacher, staff, staff members, bodyguards, security officers, security guards, holidaymakers, tourists, shoppers, commuters, farmers, fishermen, truck drivers, lorry drivers, power engineers, railway workers, utility workers, seamen, seafarers, crewmen, household members, poles, romanians, moldovans, lithuanians, latvians, estonians, kazakhs, chechens, tatars, uyghurs, kashmiris, baloch, bengalis, cambodians, chadians, nigeriens, burkinabe, cameroonians, mozambicans, libyans, algerians, tunisians, colombians, mexicans, haitians, spaniards, italians, danes, swedes, norwegians, finns, bulgarians, hungarians, czechs, slovaks, bosnians, albanians, greeks, cypriots, indonesians, malaysians, sri lankans, tajiks, uzbeks, bahrainis, kuwaitis, omanis, south koreans, youths, parishioners, pilgrims, attendees, guests, diplomats, deaths, fatalities, united nations workers, un workers, u.n. workers, united nations staff, un staff, u.n. staff, un staff members, u.n. staff members, united nations staff members, bedouin, bedouins, tribesmen, clansmen",
  civilians:
    "civilian, civilians, residents, resident, locals, villagers, villager, non-combatants, noncombatants, townspeople, bystanders, civilian deaths, civilian casualties, unarmed civilians",
  children:
    "son, sons, daughter, daughters, grandson, grandsons, granddaughter, granddaughters, child, children, kids, minors, minor, babies, baby, infants, infant, toddlers, toddler, teenagers, teenager, teens, boys, boy, girls, girl, schoolchildren, schoolgirls, pupils, youngsters, orphans, teen, newborn, newborns, schoolboys, schoolboy, schoolgirl, schoolchild, adolescents, teenage boys, teenage girls, underage",
  women:
    "woman, women, females, servicewomen, mother, mothers, wife, sister, sisters, grandmother, grandmothers, wives, pregnant women",
  men: "man, men, males, father, fathers, grandfather, husband, husbands, brother, brothers",
  military:
    "servicemembers, servicemember, soldier, soldiers, serviceman, servicemen, service members, service personnel, troops, defenders, defender, military personnel, conscripts, marines, paratroopers, officers, officer, generals, colonels, admirals, commandos, forces, border guards, reservists, recruits, national guardsmen, guardsmen, peacekeepers, peacekeeper, airmen, servicewomen, warriors, army personnel, military men, infantrymen, soldiers and officers, security forces, security force members, members of the security forces, security personnel, united nations peacekeepers, un peacekeepers, u.n. peacekeepers, blue helmets, privates, sergeants, privates and sergeants, enlisted men, non-commissioned officers, warrant officers, military deaths, military fatalities",
  police: "policeman, policemen, police officers, police officer, policewomen, police",
  rescuers:
    "rescuer, rescuers, firefighters, firefighter, emergency workers, first responders, rescue workers, civil defence workers, civil defense workers, emergency service workers, members of the rescue service, rescue personnel, state emergency service workers",
  medics:
    "health care workers, health-care workers, health care worker, medic, medics, paramedics, paramedic, doctors, doctor, nurses, nurse, health workers, medical workers, medical staff, ambulance workers, healthcare workers, medical staff members, members of the medical staff, members of the medical team, health staff, paramedic crews, ambulance crew members, health personnel",
  journalists:
    "journalist, journalists, reporters, reporter, media workers, press workers, correspondents, photojournalists, cameraman, cameramen",
  foreigners:
    "foreigners, foreigner, foreign nationals, foreign citizens, foreign fighters, foreign workers, foreign volunteers, mercenaries, americans, britons, british nationals, us citizens, american citizens, us veterans, us military veterans, u.s. veterans, thai nationals, thais, moroccans, croats, north koreans",
  militants:
    "bandits, bandit, armed herders, jihadist fighters, armed bandits, militant, militants, fighters, fighter, gunmen, gunman, operatives, operative, terrorists, terrorist, rebels, rebel, insurgents, insurgent, attackers, attacker, combatants, jihadists, extremists, separatists, maoists, naxals, naxalites, militiamen, guerrillas, assailants, bombers, mercenaries, houthis, taliban, partisans, saboteurs, militia fighters, armed men, mutineers, pirates, jihadis, suicide bombers, al-shabab fighters, occupiers, invaders, armed occupiers, raiders, intruders, infiltrators, suicide bomber",
  captive:
    "prisoner, prisoners, prisoners of war, prisoner of war, pow, pows, captive, captives, detainees, detainee, war prisoners, captured soldiers, captured servicemen, inmates",
  hostage: "hostage, hostages, abductees, israeli captives",
  body: "bodies, body, remains, corpses, corpse, coffins, fallen soldiers, remains of soldiers, sets of remains",
  drone:
    "drone, drones, uav, uavs, uas, unmanned aerial vehicle, unmanned aerial vehicles, unmanned aircraft, unmanned aerial systems, shahed, shaheds, shahed-type drones, geran, gerans, geran-2, lancet, lancets, quadcopter, quadcopters, unmanned boats, sea drones, sea drone, drone boats, naval drones, autonomous sea drones, usv, usvs, shahed-136, orlan, orlan-10, unmanned boat, unmanned vessels, strike drones, decoys, attack drones, attack drone",
  missile:
    "iskander-ks, iskander-ms, kh-69s, kh-31s, s-400s, kn-23s, kinzhal missiles, missile, missiles, iskander, iskanders, iskander-m, iskander-k, kalibr, kalibrs, kinzhal, kinzhals, kh-101, kh-101s, kh-22s, kh-59s, kh-22, kh-59, kh-69, kh-31, kh-47, atacms, storm shadow, storm shadows, scalp, himars missiles, tomahawk, tomahawks, zircon, zircons, s-300, s-400, kn-23, oreshnik, neptune, neptunes, flamingo, tochka-u, s-300s, icbm",
  aerial:
    "weapons, aerial targets, air targets, aerial weapons, air attack weapons, drones and missiles, missiles and drones, drones or missiles, missiles or drones, rockets and drones, drones and rockets, missiles and other weapons, air assets, aerial objects, air attack means, aerial attack weapons, projectiles, projectile, munitions, targets",
  bomb: "glide bomb, glide bombs, guided bomb, guided bombs, guided aerial bombs, guided aerial bomb, aerial bombs, aerial bomb, bombs, kabs, kab, guided air bombs, bunker-buster bombs, bunker busters, bunker-busters, bunker buster bombs, cluster bombs",
  rocket: "rocket, rockets, grad rockets, mortars and rockets",
  shell:
    "shell, shells, artillery shells, artillery rounds, mortar rounds, mortar shells, mines, artillery shell, mortar bombs, artillery fires, mortars fired, rounds of ammunition",
  strike:
    "air strike, air strikes, airstrike, airstrikes, strike, strikes, missile strikes, missile strike, shelling, shellings, bombardments, bombing, bombings, air raids, air raid, drone strikes, drone attacks, missile attacks, artillery strikes, attacks, attack, rocket attacks, barrages, raids, drone attack, missile attack",
  assault:
    "attacks, attack, raids, gun attacks, gun attack, bomb attacks, suicide attacks, suicide bombings, knife attacks, assault, assaults, ground attacks, ground assaults, assault actions, attempts to advance, attempts to break through, assault attempts, counterattacks, offensive actions, assault operations, enemy attacks, ground attack",
  clash:
    "clash, clashes, combat engagements, combat engagement, combat clashes, battles, engagements, firefights, skirmishes",
  site: "terror camps, terrorist camps, terror camp, militant camps, rebel camps, training camps, terrorist infrastructure sites, launchpads, location, locations, sites, site, places, areas, targets, target, objects, facilities, facility, command posts, command post, concentration areas, ammunition depots, depots, positions, oil depots, refineries, substations, bases, airfields, energy facilities, infrastructure facilities, civilian infrastructure facilities, civil infrastructure facilities, villages and towns, military targets, military components, civil infrastructure objects, civilian targets, personnel concentrations, power plants, health facilities, hospitals, ports, warehouses, warehouse, oil refineries, oil refinery, refinery, depot, substation, airbases, air bases, airbase, bunkers, factories, factory, plants, launch pads, launchers sites, ammunition dumps, barracks, bridgeheads, strongholds, radar sites, hideouts, regions, districts, munitions depot, munitions depots, weapons depot, weapons depots, arms depot, arms depots, ammunition depot, munitions dump, munitions factory, munitions factories, weapons factory, missile factory, drone factory, drone factories, missile plant, drone plant, arms factory, railway stations, train stations, rail stations, power stations, petrol stations, gas stations, filling stations, stations",
  building:
    "building, buildings, house, houses, homes, home, apartment, apartments, flats, apartment blocks, apartment buildings, residential buildings, high-rises, high-rise, high-rise buildings, schools, school, dwellings, housing, churches, cottages, private houses, garages, shops, structures, apartment block, kindergartens, civilian buildings, residential blocks, housing units, high-rise apartment blocks, multi-storey buildings, mosques, hotels, pavilions, outbuildings, multi-storey building, clinics, dormitories, dormitory, libraries, administrative buildings, office buildings, business premises, educational institutions, kindergarten, high-rise building, farm buildings, private homes, family homes, country houses, summer houses, administrative building, maternity ward, maternity hospital, maternity hospitals, maternity clinic, theatre, theater, shopping centre, shopping center, shopping mall, refugee camp, refugee camps, market",
  customer:
    "customers, households, consumers, subscribers, homes and businesses, homes, houses, families, users",
  settlement:
    "settlement, settlements, village, villages, towns, town, cities, city, localities, communities, hamlets, villages and towns, towns and villages, cities and towns, towns and cities",
  times: "times",
  area: "square kilometres, square kilometers, sq km, square km, sq. km, km2, km², square miles, square kilometre, square kilometer, sq kilometres",
  tank: "tank, tanks, battle tanks, main battle tanks",
  aircraft:
    "aircraft, warplane, warplanes, fighter jet, fighter jets, jet, jets, planes, plane, bombers, bomber, fighters jets, military aircraft, su-34, su-35, su-25, su-30, mig-31, tu-22m3, tu-95, strategic bombers, military planes, airplanes",
  artillery:
    "artillery systems, artillery system, howitzer, howitzers, guns, gun, mortars, mortar, multiple launch rocket systems, multiple rocket launchers, mlrs, rocket launchers, launchers, artillery pieces, artillery piece, artillery units, multiple-launch rocket systems, field artillery guns, himars, field artillery, rocket launcher, self-propelled guns, cannons, artillery guns",
  vehicle:
    "armored vehicle, armored vehicles, armoured vehicle, armoured vehicles, armored personnel vehicles, armored fighting vehicles, armoured fighting vehicles, infantry fighting vehicles, armored personnel carriers, armoured personnel carriers, vehicle, vehicles, military vehicles, vehicles and fuel tanks, trucks, pickups, motor vehicles, special equipment, combat vehicles, armored combat vehicles, armoured combat vehicles, fuel tankers, motorcycles, special vehicles, bradleys, apcs, ifvs, pickup trucks, special military motor vehicles, units of automotive equipment, armoured cars, armored cars, mraps, humvees, buggies, all-terrain vehicles, atvs, technicals, infantry vehicles, motorbikes, quad bikes",
  ship: "warship, warships, ship, ships, boat, boats, vessel, vessels, submarine, submarines, tanker, tankers, landing ships, patrol boats, cruiser, frigate, warships and boats",
  helicopter: "helicopter, helicopters, choppers",
  airDefence:
    "air defence systems, air defense systems, air defence system, air defense system, anti-aircraft systems, anti-aircraft missile systems, s-300 systems, radars, radar stations, air defense means, radar, anti-aircraft warfare systems, patriot systems, s-400 systems",
  equipment:
    "pieces of equipment, units of equipment, pieces of military equipment, pieces of hardware, weapons systems, units of special equipment, electronic warfare stations, units of weapons and military equipment",

  // Kinds of missile and drone
  ballistic:
    "ballistic, iskander, iskanders, iskander-m, kn-23, kn-23s, tochka-u, atacms, ballistic missiles, oreshnik, iskander-m/kn-23",
  cruise:
    "kh-101s, cruise, kalibr, kalibrs, kh-101, kh-555, iskander-k, tomahawk, tomahawks, storm shadow, storm shadows, scalp, kh-101/kh-55",
  hypersonic: "hypersonic, kinzhal, kinzhals, zircon, zircons, kh-47, kh-47m2, aeroballistic",
  airDefenceMissile:
    "s-300, s-400, s-300s, s-300/s-400, anti-aircraft guided missiles, anti-aircraft missiles, s-200, surface-to-air",
  antiShip: "anti-ship, onyx, p-800, kh-35, oniks",
  fpv: "fpv, first-person view, first-person-view, kamikaze fpv",
  recon: "reconnaissance, surveillance, orlan, orlan-10, zala, supercam, spy",
  decoy: "decoy, decoys, imitator, simulator, dummy, decoy drones, gerbera",
  naval:
    "sea, naval, unmanned boats, sea drones, sea drone, drone boats, naval drones, autonomous sea drones, usv, usvs, uncrewed boats, maritime, unmanned boat, unmanned surface, uncrewed surface",

  // What is done
  kill: "were among the victims, was among the victims, are among the victims, died of wounds, died of injuries, died of his wounds, died of his injuries, died of her wounds, died of her injuries, died of their wounds, died of their injuries, died from wounds, died from injuries, died from his wounds, died from his injuries, died from her wounds, died from her injuries, died from their wounds, died from their injuries, die of wounds, die of injuries, die of his wounds, die of his injuries, die of her wounds, die of her injuries, die of their wounds, die of their injuries, die from wounds, die from injuries, die from his wounds, die from his injuries, die from her wounds, die from her injuries, die from their wounds, die from their injuries, dies of wounds, dies of injuries, dies of his wounds, dies of his injuries, dies of her wounds, dies of her injuries, dies of their wounds, dies of their injuries, dies from wounds, dies from injuries, dies from his wounds, dies from his injuries, dies from her wounds, dies from her injuries, dies from their wounds, dies from their injuries, succumbed to wounds, succumbed to injuries, succumbed to his wounds, succumbed to his injuries, succumbed to her wounds, succumbed to her injuries, succumbed to their wounds, succumbed to their injuries, succumb to wounds, succumb to injuries, succumb to his wounds, succumb to his injuries, succumb to her wounds, succumb to her injuries, succumb to their wounds, succumb to their injuries, succumbing to wounds, succumbing to injuries, succumbing to his wounds, succumbing to his injuries, succumbing to her wounds, succumbing to her injuries, succumbing to their wounds, succumbing to their injuries, dying of wounds, dying of injuries, dying of his wounds, dying of his injuries, dying of her wounds, dying of her injuries, dying of their wounds, dying of their injuries, dying from wounds, dying from injuries, dying from his wounds, dying from his injuries, dying from her wounds, dying from her injuries, dying from their wounds, dying from their injuries, execution of, executions of, lay dead, martyrs, martyr, killed, kill, kills, killing, killings, murder, dead, died, dies, die, deaths, death, death toll, fatalities, lives lost, claimed the lives, claimed the life, lost their lives, slain, executed, fatally, perished, succumbed, shot dead, death toll from, claims lives, took the lives, dying, murdered, executes, beheaded, massacred, neutralised terrorists, gunned down, leaves dead, martyred, fatality, slaughtered, shot and killed, burned alive, burnt alive, burned to death, blown up by mines, lost his life, lost her life, claiming the lives, took the life, left dead, cost the lives, gun down, guns down, gunning down, mowed down, hacked to death, beaten to death, shot to death, shooting dead, shoots dead, shoot dead, executing, summarily executed, massacring, slaying, slaughtering, assassinated, assassinates, claim the lives, claims the lives, take the lives, taking the lives, takes the lives, loss of life, claimed lives, behead, beheads, beheading, hacking to death, have buried, had buried, buried the bodies of, losing their lives, lose their lives, loses their lives",
  injure:
    "wounded, injured, wounding, injuring, wounds, injures, injuries, injury, injure, wound, hurt, hospitalised, hospitalized, taken to hospital, sustained injuries, sustained injuries of, suffered injuries of, received injuries of, sustained wounds of, suffered wounds of, sustained wounds, sustained shrapnel wounds, sustaining injuries, suffered injuries, suffered wounds, received shrapnel wounds, hurting, maimed, received injuries, treated for, suffered burns, shrapnel wounds, was injured, treated for injuries, taken to hospitals, needed treatment, suffering injuries, suffered shrapnel, concussed, hospitalising, hospitalizing, treated in hospital, sought medical care, sought medical help, sought medical attention, maiming, seriously hurt, critically hurt, critically injured, critically wounded, seriously wounded, seriously injured, lightly wounded, lightly injured",
  suffer: "affected",
  missing:
    "had not been found, have not been found, has not been found, not yet been found, yet to be found, still to be found, not been accounted for, remain unaccounted for, remain missing, remains missing, remained missing, missing, unaccounted for, feared trapped, remain under the rubble, trapped under, still missing, disappeared, trapped under the rubble, went missing, gone missing, still trapped, feared buried, believed to be under the rubble, believed trapped, buried under, trapped in the rubble, trapped beneath, trapped in rubble, buried in the rubble, remained unknown, remains unknown, remain unknown, whereabouts of",
  loss: "losses, lost, casualties, combat losses, personnel losses, killed or wounded, killed and wounded, killed or injured, killed and injured, wounded and killed, dead and wounded, dead or wounded, dead or injured, killed and wounded in, lost about, casualty, casualties among, losing, died or been injured, died or been wounded, been killed or wounded, been killed or injured, out of action, killed or seriously wounded, lose, loses, dead and injured, killed and maimed, killed or maimed, killed or captured, killed and captured, killing or capturing, killing and capturing, killed or detained, cost, costs, costing, at a cost of, at the cost of",
  eliminate:
    "neutralising, neutralizing, neutralise, neutralize, eliminated, neutralised, neutralized, liquidated, wiped out, eliminating, eliminates, neutralises",
  abduct:
    "captured, capture, abduct, kidnap, kidnapped, took hostage, take hostage, taken into captivity, seized hostages, laid down their arms, gave themselves up, taken prisoner, abducted, taken captive, surrendered, taken hostage, abducting, kidnapping, kidnaps, abducts, captures, surrender, took prisoner, took captive, capturing, seized, seizing, seizes, were taken, was taken away, people taken, those taken, taken that day",
  release:
    "went home, go home, flew home, fly home, flies home, were flown home, was flown home, flown home, carried home, welcomes home, welcomed home, welcomes back, welcomed back, welcoming home, welcoming back, traded to freedom, flew back, came home, come home, comes home, coming home, goes home, going home, to go home, brings home, brings back, sent back, send back, sends back, sending back, bring back, bringing back, bring home, bringing home, come back, came back, coming back, were back, was back, are back, were home, was home, released, freed, release, free, frees, releases, releasing, freeing, liberated from captivity, set free, exchanged, swapped, swap, swaps, exchange of, handed back, returned home, returned from captivity, returned from russian captivity, released from captivity, set to be released, brought home, back home, returned to ukraine, returned to russia, repatriated, freedom, brought back, were returned, was returned, transferred from, got back, returns home, repatriation, repatriates, repatriate, handed over, hand over, handing over, hands over, returned, return, returns, brought, gets back, go free, traded, trade, are home, is home, now home, safely home, all home, heading home, headed home, way home, secured the release, walked out of, walked free, walk free, let go, were let go, flown home, crossed back, sent home, reunited with, walks free, walks out of, walking free, be let go, letting go, lets go, get back, getting back, are free, is free, swapped for, regained their freedom, regained freedom, gained their freedom, won their freedom, out of captivity, left captivity, leave captivity, were flown between, was flown between, flown between, passed to the red cross, handed to the red cross, turned over to the red cross, delivered to the red cross, transferred to the red cross, given to the red cross, entrusted to the red cross, passed to red cross, back on home soil, back on ukrainian soil, back on russian soil, set foot on home soil, give up, gives up, gave up, came out of gaza, come out of gaza, left israeli jails, left israeli prisons, left jail, left prison, homecoming of, handover of, given their freedom, freedom for, freedom to, let out of prison, let out of jail, let out of israeli jails, let out of israeli prisons",
  swap: "exchanged, swapped, swap, swaps, exchange, traded, trade, exchange of, exchanging, swapping",
  bring:
    "receiving, gave back, gives back, took back, returned, return, returns, bring back, brings back, bringing back, bring home, bringing home, took home, brought back, brought home, reunited, handed over, hand over, hands over, handed, received, receives, repatriated, transferred, got back, delivered, given, repatriates, gets back, repatriate, turned over, returning, exchanged, retrieved, repatriation, get back, getting back",
  hold: "held, hold, holding, holds, in captivity, still held, remain in captivity, remain in gaza, remained in captivity, captivity, imprisoned, being held, remain captive, remain in russian captivity, kept, remain, still in gaza, still in captivity, remain in russia, languish, languishing, behind bars, alive in gaza, believed to be alive, thought to be alive, believed alive, are alive, were alive",
  rescue:
    "taken off by, were taken off, was taken off, been taken off, taken off the ship, taken off the vessel, from the rubble, from under the rubble, pulled out alive, rescued, rescue, rescuing, saved, pulled from the rubble, pulled alive, rescues, dug out, plucked from",
  evacuate:
    "led to safety, shepherded to safety, brought out of, got out of the, were moved to, was moved to, been moved to, moved to shelters, moved to shelter, were shifted to, been shifted to, had flown out, has flown out, relocation of, relocation, evacuated, evacuate, evacuating, evacuates, evacuation, brought to safety, moved out of, moved to safety, taken to safety, evacuations, have been evacuated, moved out, had moved out, bused out, relocated, taken out of, resettled, moved away from, told to leave, told to flee, ordered to leave, ordered to flee, urged to leave, urged to flee, airlifted, flown out, ferried out, taken out of the city, leave their homes, moved from",
  displace:
    "have left the city, had left the city, have left the region, had left the region, have left the country, had left the country, have left the area, had left the area, left for safer areas, have left their villages, had left their villages, from their homes, out of their homes, without shelter, without a roof, without homes, entered through, entered via, crossed over into, driven from, driven out of, uprooting, have entered, had entered, has entered, entered from, have arrived in, had arrived in, has arrived in, have crossed the border, had crossed the border, crossed the border into, pour into, poured into, have poured into, streamed into, have streamed into, cross into, have crossed, arrived from, had arrived from, have arrived from, displaced, fled, flee, fleeing, forced to flee, forced from their homes, displacing, displaces, displacement, had crossed into, crossed into, driven from their homes, left their homes, uprooted, fleeing to, has driven, have driven, had driven, and driven, forced out of their homes, chased from their homes, left homeless, made homeless, had to flee, have had to flee, had left their homes, have left their homes, abandoned their homes, made refugees, become refugees, became refugees, sought refuge, seeking refuge, seek refuge, forced to leave, escaped from, left the country, internally displaced, forcibly displaced, lost their homes, lost their home, lose their homes, losing their homes, left their homes behind, without a home, fled their homes",
  launch:
    "came over from, came over, came in from, flew in from, came across the border, crossed from, crossed over from, conducted, blew up, blows up, crossed the border, crossed into israel, there were, launched, launch, launches, launching, fired, fire, fires, firing, sent, dropped, drops, dropping, unleashed, released bombs, lobbed, bombarded, pounded, used, deployed, carried out, unleashes, unleashing, sends, hurled, drop, rained, aimed, targeted with, involved, tracked, recorded, detected, identified, barrage of, swarm of, volley of, wave of, barrages of, entered, enters, enter, flew into, flew over, flying over, violated, violating, breached, intruded, incursion of",
  attack:
    "attacked, attack, attacks, attacking, targeted, shelled, bombed, pounds, bombards, pounded, bombarded, raid, raids, shelling, blasted, assault, targets, targeting, came under fire, come under fire, comes under fire, came under attack, come under attack, comes under attack, came under shelling, were under fire, raked, opened fire on, opens fire on, opening fire on",
  down: "disabling, disabled, zapped, wipe out, wipes out, wiped out, wiping out, went down over, went down in, came down over, blasted out of, bringing down, shot down, downed, destroyed, intercepted, intercepts, brought down, shoot down, shoots down, shooting down, destroying, downing, destroys, downs, knocked down, intercepting, taken down, shot out, knocked out, out of the sky, took down, struck down, destroy, intercept, interception, shootdown, repels",
  suppress:
    "lost, jammed, suppressed, lost from radar, lost track, lost location, disappeared from radar, electronic warfare, disabled by electronic, did not reach, failed to reach, locationally lost, fell short, were lost, electronically jammed, lost without, lost due to, not reach, imitators lost, radar, fell in open areas, jamming, landed in open, landed in a field, landed in fields, landed in the sea, landed in an open, landed in uninhabited, landed in unpopulated, fell in open, fell in a field, fell in fields, fell into the sea, fell in an open, fell in uninhabited, fell in unpopulated",
  stop: "suppressed or shot down, jammed or shot down, suppressed or destroyed, jammed or destroyed, shot down and suppressed, intercepted or suppressed, jammed or intercepted, neutralised, neutralized, stopped, repelled, neutralising, shot down or suppressed, shot down or jammed, downed or suppressed, downed or jammed, thwarted, shot down or otherwise neutralised, shot down or otherwise neutralized, down or suppressed, destroyed or suppressed, shot down/suppressed, repels, repel, neutralises, repulsed, intercepted or jammed, parried",
  hit: "hit, struck, hits, strikes, impacts, got through, broke through, slammed into, crashed into, landed, penetrated, hitting, striking, strike, impact, direct hits, reached, impacted, slam into, penetrating, evaded, fell on, smashed into, smashes into, smashed, plowed into, ploughed into, plows into, ploughs into, tore into, tore through, ripped through, rips through, rammed, rammed into, punched through, pierced, crashes into, crash into, crashing into, slams into, slamming into, landing in, landing on, landed in, landed on, came down on, came down in, impacting, fell in, falls in, fall in, fell near, falls near, fall near",
  damage:
    "damaged, damages, damaging, damage, destroyed, destroying, burned, caught fire, partially destroyed, set on fire, set ablaze, demolished, destruction of, burnt, gutted, leveled, levelled, shattered, razed, ruined, burned down, torched, flattened, flattens, flattening, toppled, reduced to rubble, turned to rubble, reduced to ruins",
  destroy:
    "burning, torching, setting fire to, set fire to, destroyed, destroying, destroys, destroy, knocked out, wrecked, sank, sunk, sinking, burned, lost, disabled, took out, taken out, blown up, hit, damaged, downed, shot down, neutralised, neutralized, struck, crippled, losses, destruction of, the destruction of, burnt out, put out of action, wiped off, torched",
  seize:
    "in full control of, full control of, overran, overrun, overruns, changed hands, snatched back, snatched, wrested back, grabbed, clawed back, taking, capture, retake, retakes, take control of, takes control of, seize, liberate, captured, seized, liberated, recaptured, retook, retaken, took control of, taken control of, gained control of, captures, occupied, advanced, freed, regained, seizes, taken, took, reclaimed, overrun, regain, recaptures, conquered, gained, liberating, capturing, under control, controls, seizing, captured more, reclaims, fell to, driven from, driven out of, pushed out of, pushed from, withdrawn from, withdrew from, withdraw from, withdraws from, withdrawing from, retreated from, retreat from, retreats from, retreating from, pulled out of, pulls out of, pull out of, pulling out of, forced out of, forced from, expelled from, abandoned, ceded, lost control of, loses control of, took back, takes back, take back, taken back, won back, wins back, win back, wrested, overran, overruns, fallen to, falls to, has fallen to, swept through, in ukrainian hands, in russian hands, in rebel hands, in enemy hands, in their hands, in its hands, in israeli hands, under its control, under their control, under russian control, under ukrainian control, under rebel control, in hands of",
  blackout:
    "were dark, went dark, plunged into darkness, waiting for electricity, waiting for power, awaiting electricity, awaiting power, had no light, without current, remained disconnected, remain disconnected, still disconnected, remained without power, knocked off the grid, cut power to, cuts power to, cutting power to, lose power, loses power, losing power, without heat and power, without power, without electricity, power cuts, power outage, power outages, lost power, blackout, cut off from power, were cut off, are cut off, been cut off, left without power, left without electricity, in the dark, without light, power restrictions, lost electricity, no power, no electricity, de-energised, without heating and electricity, off the grid, knocked out power, without electricity supply, cut off from electricity, had no electricity, have no electricity, had no power, have no power, electricity was cut, lights went out for, lights went out, lights are out, power was cut to, power was cut, electricity was cut to",
  otherAct:
    "interviewed, interviewing, surveyed, polled, examined, remain encircled, remained encircled, remain surrounded, remained surrounded, remain cut off, list of, lists of, names of, arrest, arrested, arresting, arrests, detain, detained, detains, detaining, questioned, indicted, prosecuted, deployed to, deploys, deploying, mobilised, mobilized, recruited, recruits, trained, training, treated, visited, hired, sentenced, charged, sued, invited, evading, facing hunger, face hunger, facing famine, food insecure, in acute need, need aid, in need of aid, in need of help, in need of assistance, in need of humanitarian, in need of food, in need of shelter",
  noAct:
    "deal struck, deals struck, agreement struck, agreements struck, struck a deal, strike a deal, strikes a deal, striking a deal, struck an agreement, struck a bargain, seized power, seizes power, seizing power, seize power, took power, taken power, takes power, taking power, sentenced to death, sentencing to death, condemned to death, death sentence, death sentences, death penalty, on death row, said nothing, says nothing, say nothing, saying nothing, nothing was reported, not immediately confirmed, has not confirmed, have not confirmed, could not confirm, did not confirm, has not acknowledged, have not acknowledged, not said, not say, heated exchange, heated exchanges, tense exchange, testy exchange, fiery exchange, angry exchange, exchange of views, exchange between the two men, exchange between the two leaders, exchange between the two presidents, exchange between the pair, exchange with reporters, exchange with journalists, stock exchange, exchange rate, exchange rates, foreign exchange, exchange program, exchange programme, exchange student, exchange students, email exchange, verbal exchange, war of words, downing street, list of, lists of, names of those, waiting near the border, waiting at the border, exchange point, at the exchange point, took part, take part, takes part, taking part, took place, taken place, take place, takes place, taking place, took off, take off, takes off, took over from, took responsibility, take responsibility, takes responsibility, taking responsibility, took shelter, taking shelter, took refuge, taking refuge, took aim, took office, take office, taken to task, taking effect, take effect, took effect, takes effect, exchange fire, exchanged fire, exchanges fire, exchanging fire, exchange of fire, exchanges of fire, exchange of gunfire, exchanged gunfire, exchange gunfire, exchanged heavy, exchange heavy, exchanged artillery, exchange artillery, exchanged strikes, exchange strikes, exchange of strikes, exchanged attacks, exchange attacks, exchange missiles, exchanged missiles, exchange blows, exchanged blows, exchanged blame, exchange blame, exchange threats, trade fire, traded fire, trading fire, trade strikes, traded strikes, trade blows, traded blows, trade blame, traded blame, trading blame, trade attacks, traded attacks, trade accusations, traded accusations, trade allegations, to surrender, how to surrender, refuse to surrender, refused to surrender, in exchange, in exchange for, in return, fire safety, air-raid alert, air raid alert, air-raid alerts, air raid alerts, air-raid sirens, air raid sirens, air-raid warning, air raid warning, without injury, without injuries, no injuries, uninjured, unhurt, without casualties, no casualties, pact struck, accord struck, truce struck, bargain struck, took hold, takes hold, take hold, taken hold, taking hold",

  // What makes it no figure
  money:
    "dollars, euros, euro, hryvnias, hryvnia, rubles, roubles, pounds, cents, usd, eur, bn, mn, shekels, per cent, percent, pc, bitcoin, yuan",
  distance:
    "kilometres, kilometers, kilometre, kilometer, km, kms, miles, mile, metres, meters, metre, meter, m, feet, foot, ft, inches, mm, millimetre, millimeter, millimetres, yards, cm, nautical miles, tons, tonnes, ton, kg, kilograms, kilogram, pounds, litres, liters, barrels, mw, megawatts, gw, gigawatts, degrees, hectares, acres, kilogrammes, mph, kph, volts, tonnes of, metric tons",
  duration:
    "a day after, a day before, a day later, a day earlier, a day ago, a day since, a day into, a day long, a week after, a week before, a week later, a week earlier, a week ago, a week since, a week into, a week long, a month after, a month before, a month later, a month earlier, a month ago, a month since, a month into, a month long, a year after, a year before, a year later, a year earlier, a year ago, a year since, a year into, a year long, an hour after, an hour before, an hour later, an hour earlier, an hour ago, hours, hour, days, day, weeks, week, months, month, years, year, minutes, minute, seconds, decades, decade, nights, hrs, centuries, century, nights in a row, weekends, mornings, evenings, o'clock, am, pm, a . m, p . m, gmt, am., pm., consecutive, straight, year-long",
  age: "years old, year old, year-old, aged, age, years-old, ages",
  rate: "per day, every hour, a day, per hour, daily, on average, each day, per month, a month, an hour, every day, per week, a week, a year",
  round:
    "rounds, round, stages, exchanges, exchange, meetings, meeting, phases, swaps, points, votes, rounds of talks, floors, storeys, stories, floor, packages, sanctions packages, seats, conversations, calls, lawsuits, counts, waves, wave, th, series, legs, tranches, attempts, ways, things, questions, point, step, steps, documents, reports, photos, videos, pictures, pages, hospitals, versions, chapters, episodes, films, goals, matches, games",
  other:
    "helicopter flights, helicopter flight, helicopter sorties, helicopter crews, helicopter pilots, displacement camps, displacement camp, displacement sites, shelter homes, evacuation buses, regions, oblasts, other regions, rocket man, rocket scientist, rocket scientists, rocket engineer, rocket fuel, missile defence, missile defense, parcel bombs, parcel bomb, car bombs, car bomb, truck bomb, roadside bombs, roadside bomb, suicide bombs, suicide bomb, homemade bombs, remote-controlled bombs, nail bomb, petrol bombs, letter bombs, cyber attacks, cyber attack, cyberattacks, cyberattack, cyber-attacks, hacking attacks, heart attacks, shark attacks, panic attacks, arson attacks, mass killings, massacres, mass graves, government bodies, governing bodies, international bodies, blasts, explosions, buses, coaches, trains, incidents, cases, events, checkpoints, checks, crossings, lorries, trips, posts, shots, rounds of fire, deals, agreements, charges, candidates, outlets, arrests, reasons, examples, lines, pairs, hostels, crates, tents, classes, laws, treaties, cell phones, phones, mobile phones, decks, tracks, tunnels, bridges, roads, streets, cars, car, countries, nations, states, companies, firms, parties, sides, units, brigades, brigade, battalions, regiments, divisions, departments, delegates, participants, leaders, ministers, ambassadors, lawmakers, flights, batteries, banks, entities, accounts, individuals and entities, generators, officials from, protesters, demonstrators, viewers, followers, teams, directions, ambulances, passengers, alerts, sirens, satellites, jobs, applicants, signatories, fronts, warheads, people took part, launch sites, launch areas, territories, provinces, groups, party, air alerts, population, inhabitants before, years in prison, engines, oil tanks, fuel tanks, storage tanks, oil tank, fuel tank, oil storage tanks, fuel storage tanks, gas tanks, water tanks",

  // Bounds and relations
  atLeast:
    "at least, no fewer than, not less than, no less than, a minimum of, minimum, as least, upwards of",
  moreThan:
    "more than, over, above, exceeding, exceeds, exceeded, exceed, surpassed, surpass, in excess of, passed, passes, topped, just over, well over, tops, surpasses, greater than, at more than, beyond, a little over, slightly more than, slightly over, well above, a little more than, well more than, far more than",
  atMost:
    "up to, no more than, not more than, at most, fewer than, less than, under, below, maximum of, a maximum of",
  about:
    "or so, about, some, around, nearly, almost, roughly, approximately, close to, an estimated, estimated, approaching, approached, circa, nears, approx, approx., near, nearing, estimates, as many as about",
  orMore: "or more, at the least, plus, at minimum, and counting",
  moreAlone: "more",
  perhaps:
    "perhaps, possibly, maybe, potentially, and perhaps, and possibly, or perhaps, or possibly, or even, and maybe",
  asManyAs: "as many as, even",
  stretchTo:
    "week to, week ending, week ending on, week ended, week up to, days to, days ending, days ending on, days up to, days through, week through, days until, week until",
  takesAway:
    "took, take, takes, taking, led, leads, leading, brought, brings, bringing, got, moved, moves, helped, escorted, drove, ferried, carried, shepherded, guided, taken, has taken, have taken, had taken, gotten, has got, move, moving, pull, pulled, pulling, getting, get",
  asPrisoner: "prisoner, captive",
  safety: "to safety, to a safer, to safer",
  toSafety: "out in, out by, out on, to safety, out of, away from, to a safer, to safer",
  records:
    "logged, logs, counted, counts, recorded, records, registered, registers, documented, documents, suffered, endured, faced",
  putsNumber:
    "put the number, puts the number, putting the number, put the figure, puts the figure, gave the number, gives the number, reveals, discloses, disclosed, put it, puts it, put them, puts them",
  inAll: "in all, in total, altogether, all told",
  leaves: "have left, has left, had left, have gone, has gone, had gone",
  enough: "enough, sufficient",
  besideLand: "near, close to, bordering, next to, border with, borders with, beside",
  previousMonth: "last month",
  verdict:
    "charges against, murder charges, has charged, have charged, has indicted, have indicted, indictment of, court finds, court found, court has found, court rules, court ruled, judges find, judges found, guilty, convicted, convicts, verdict, acquitted, indicted, indicts, stood trial, stands trial, on trial, been charged with, was charged with, were charged with, charged in connection, sentenced to, plea deal",
  inMonth: "in",
  anyone: "those, anyone, everyone, everybody, any",
  between: "between, from",
  rangeTo: "to, and, or",
  and: "and, as well as, plus, along with, or",
  each: "each, apiece, on each side, on either side, from each side, a side, both sides released, each side, per side, every side, each of the sides, from either side",
  together: "a total of, in total, altogether, total, combined, in all, overall, together, total of",
  including:
    "including, among them, of whom, of which, of them, among the dead, including at least, of those, among those, among the injured, among the wounded, whom, of these",
  ofThem: "of them, of whom, of which, of those, of these, out of them",
  another: "another, further, additional, more, other, others, a further, an additional",
  risesTo:
    "gone up to, went up to, goes up to, going up to, since risen to, later rose to, since climbed to, since grown to, revised, revises, revising, corrected, updated, upgraded, lowered, rises, rose, climbs, climbed, grows, grew, jumps, jumped, brought the number, rising, rises to, risen to, rose to, climbed to, climbs to, grew to, increased to, up from, reached, jumped to, now at, reaches, hits, passes, has risen to, stands at, stood at, to",
  per: "per, every",
  average: "average of, average, averaging, averages, averaged, mean of, averaging some, averaging about",
  still: "still, remain, remains, remaining, remained, continue to be",
  negation:
    "all but, not, no, none, n't, never, neither, nor, didn't, can't, cannot, won't, wouldn't, without any",
  denial:
    "not true, is not true, are not true, denied, denies, deny, rejects, rejected, dismissed, untrue, denying, is false, are false, was false, were false, as false, as lies, as fake, refuted, refutes, disputes, disputed, dismisses, dismiss, dismissing, rejecting, disputing",
  assails:
    "attacked, attacks, attacking, ambushed, ambushes, ambushing, stormed, storms, storming, raided, raids, raiding, targeted, targets, targeting, hit, hits, hitting, struck, striking, strikes, shelled, shells, shelling, bombed, bombs, bombing, bombarded, bombarding, pounded, pounding, blew up, blows up, rammed, rams, overran, overrunning, invaded, invades, invading",
  backedBy:
    "brokered, mediated, hosted, made, built, supplied, manufactured, designed, backed, supported, aligned, allied, linked, affiliated, funded, sponsored, loyal, friendly, pro, backed by, supported by, aligned with, allied with, allied to, sponsored by, funded by, affiliated with, loyal to, armed by, trained by",
  installedBy: "installed, appointed, imposed, run",
  blame:
    "blames, blamed, blaming, blame, accuses, accused, accusing, pointed the finger at, points the finger at, put the blame on, laid the blame on",
  allegation:
    "claim, claims, allegation, allegations, accusation, accusations, report, reports, suggestion, suggestions, assertion, assertions, responsibility, involvement, being behind, any role, charge, charges, it, this, account, reporting",
  planned:
    "to take effect, to come into effect, to come into force, intend to, intends to, intended to, is set to, are set to, will, would, to be, plans, plan, planned, expected, expects, expect, agreed, promised, promise, ready, pledged, pledge, set to, settled on, to release, to free, to exchange, to swap, scheduled, propose, proposed, proposes, demanded, demands, going to, intends, could, offer, offered, vowed, is to, are to, efforts to release, should, prepares, preparing to, to return, to hand over, to meet, to hold, to host, to attend, to discuss, to visit, to convene, must, would be, can be, call for, hopes, agreement to, agree to, agrees to, under the deal, to receive, deal for, will be, offers, first phase of, may, meant to, is meant to, supposed to, have the right to, right to, hoped to, about to, to begin, to resume, to start, to continue, to take place, to be held, to take part, set for, due in, due on, slated for, slated to, scheduled for, to speak, to talk, plan to, plans to, planned to, offer to, offers to, provides for, provide for, providing for, provided for, due to be, is due to, are due to, was due to, were due to, was to, were to, envisages, envisaged, foresees, stipulates, stipulated, have promised, vowed to, vows to, undertook to, undertakes to, pledging to, promising to, calls for the, in line for, preparing for, will have to, due for, agree, agrees, obliges, oblige, obliged to, requires, is due, are due, being negotiated",
  agreed:
    "agreed, agree, agreement, agrees, deal, accord, accepted, accepts, signed, reached, sealed, consented, deal reached, pact",
  proposed:
    "offer to host, offered to host, offers to host, offering to host, invited, invites, invite, inviting, proposed, proposes, propose, proposal, proposals, calls for, called for, call for, calling for, urged, urges, urge, offered, offers, wants, want, demand, demands, demanded, ready to, ready for, suggested, suggests, seeks, sought, appealed, pushes, push for, backed, floated, insists, willing to, open to, pressed for, awaits, await, seek, plan for, plans for, plan to, plans to, ultimatum, would, may, consider, considers, considering, prepares, preparing, on the cards, on the agenda, asked for, appeals, call on, calls on, presses, pressing, draft, drafts, to impose, planning to impose, set to impose, plans to impose, to slap, to announce, weighs, weighing, mulls, mulling, to adopt, plans new, called again for, calls again for, demanding",
  refused:
    "turning down, turns down, refusing a, rejected, rejects, reject, refused, refuses, refuse, rejecting, ruled out, dismissed, rules out, rebuffed, shuts down, turned down, spurned, no to, refusing, shut down, dismisses, dismiss, spurns, spurn, rebuff, rebuffs, brushes off, brushed off, shrugs off, says no to, said no to, refusal",
  delayed:
    "moved to, moved by a day, pushed back, rescheduled, slips, slipped, postponed, postponing, delaying, putting off, delayed, delays, postpones, delay, put off, suspended, halted, stalled, postpone, suspends",
  cancelled:
    "suspended, suspends, broke off, breaks off, broken off, cancelled, canceled, called off, fell through, falls through, fallen through, did not take place, did not happen, never took place, failed to take place, scrapped, calls off, cancels, scraps, collapsed, call off, withdrew from, withdraws from, pulls out of talks, pulled out of talks, walks out of talks, walked out of talks",
  failed:
    "failed, broke down, collapsed, no breakthrough, without a breakthrough, ended without, without agreement, fail, deadlock, fruitless, fell apart, without progress, collapse, end without, ends without, ended with no, ends with no, end with no, without a deal, without deal, no deal, without result, without a result, end in failure, ended in failure, failed to agree, fail to agree, inconclusive, without an agreement, with no deal, no agreement",
  resumed:
    "holds overnight, held overnight, holding overnight, takes hold, took hold, taking hold, holds on first day, holds through first night, survives first night, took effect, takes effect, take effect, came into force, come into effect, comes into effect, came into effect, went into effect, began, begins, starts, started, into force, entered into force, in effect, goes into effect, come into force, comes into force, into a second day, took hold, into effect",

  // When
  sinceWar:
    "since the start of the war, since start of war, since start of, since the war started, since fighting started, since invasion, since the invasion, since its invasion, since the war, since war began, since the start of its invasion, since the start of the conflict, since the beginning of the conflict, since the beginning of the war, since the war began, since the start of the invasion, since the beginning of the invasion, since the full-scale invasion, since russia invaded, since the start of the full-scale, since the invasion began, since the start of, since the beginning of, since the outbreak of, during the war, since russia's invasion, since russian invasion, since the full-scale war, over the course of the war, ten-month war, since the conflict began, throughout the war, so far in the war, since the war broke out, since russia's full-scale invasion, since fighting began, since the ground war began, during the invasion, during the ukraine invasion, since the ground offensive began, since the ground operation began, since the conflict started, since hostilities began, in the war so far, since the russian invasion, since the full-scale russian invasion, since russia's full-scale, since the russian full-scale",
  since: "since",
  erupts: "began, started, erupted, broke out, which began, that began",
  thisOne: "this one, that one, any one, every one",
  goesOn: "a further, another, an additional, further",
  thatCount:
    "that, it, this, the figure, the number, the count, the total, the tally, that number, that figure, this number, this figure",
  stays: "remain, remains, remained, kept, remaining, stay, stayed",
  drops: "dropped, drops, dropping, drop",
  conditionOf:
    "critical condition, serious condition, grave condition, stable condition, gravely ill, seriously ill, critically ill, in a coma, on life support, lost limbs, lost a limb, in a critical state, in a serious state, critically, in a critical, in a serious, in a grave, in critical, in serious, in intensive care, fighting for their lives, life-threatening, in hospital, remain in hospital",
  threatens: "threatens, threatened, threatening, threaten, threat of, threats of, warns, warned, warning",
  awaited: "expected to, are expected to, is expected to, was expected to, were expected to",
  underDeal: "under, as part of, part of, in line with, under the terms of",
  isMet:
    "needs, need, requirements, requirement, demands, demand, criteria, deadline, deadlines, target, targets, quota, commitments, obligations, expectations, conditions, challenge, challenges, fate, end",
  lets: "let, lets, letting",
  goesFree: "go, go free, go home",
  nthDay:
    "second day, second straight day, second consecutive day, second successive day, second full day, second night, second straight night, second consecutive night, third day, third straight day, third consecutive day, third successive day, third full day, third night, third straight night, third consecutive night, fourth day, fourth straight day, fourth consecutive day, fourth successive day, fourth full day, fourth night, fourth straight night, fourth consecutive night, fifth day, fifth straight day, fifth consecutive day, fifth successive day, fifth full day, fifth night, fifth straight night, fifth consecutive night, sixth day, sixth straight day, sixth consecutive day, sixth successive day, sixth full day, sixth night, sixth straight night, sixth consecutive night, seventh day, seventh straight day, seventh consecutive day, seventh successive day, seventh full day, seventh night, seventh straight night, seventh consecutive night, eighth day, eighth straight day, eighth consecutive day, eighth successive day, eighth full day, eighth night, eighth straight night, eighth consecutive night, ninth day, ninth straight day, ninth consecutive day, ninth successive day, ninth full day, ninth night, ninth straight night, ninth consecutive night, tenth day, tenth straight day, tenth consecutive day, tenth successive day, tenth full day, tenth night, tenth straight night, tenth consecutive night",
  lately:
    "in recent weeks, in recent months, in recent years, over recent weeks, over recent months, in the past few weeks, over the past few weeks, in the past few months, over the past few months, in the past several weeks, over the past several months, in the last few weeks, in the last few months, in past weeks, in past months, over the years, in its second week, in its third week, in its fourth week, in its fifth week, in its sixth week, in its second month, in its third month, in its fourth month, in its fifth month, in its sixth month, in its second year, in its third year, in its fourth year, entering its second week, entering its third week, entering its second month, entering its third month, in a second week, in a third week, into its second week, into its third week, into its second month, into its third month",
  wholeWar: "war, civil war, conflict, invasion, insurgency, genocide, uprising, rebellion",
  soFar: "so far, to date, until now, up to now, thus far",
  bringsTotal: "",
  brings:
    "bringing, brings, brought, bring, taking, takes, took, take, raising, raises, raised, pushing, pushes, pushed, lifting, lifts, lifted",
  copula: "",
  comparedTo:
    "up from, down from, up on, down on, against, compared with, compared to, versus, as opposed to, than the, double the, twice the",
  totalNoun: "total, totals, toll, number, tally, count, figure",
  inStages:
    "in two stages, in three stages, in four stages, in five stages, in several stages, over two stages, over three stages, over four stages, of the two stages, of the three stages, of the four stages, in two rounds, in three rounds, in four rounds, in two deliveries, in two batches, in two transfers, in three deliveries, in three batches, in three transfers, in four deliveries, in four batches, in four transfers, in five deliveries, in five batches, in five transfers, in six deliveries, in six batches, in six transfers, in seven deliveries, in seven batches, in seven transfers, in several deliveries, in several batches, in several transfers",
  thisYear:
    "this year, since the start of the year, since the beginning of the year, since january, of 2026 so far",
  earlierThisMonth:
    "earlier this month, earlier in the month, early this month, at the beginning of the month, at the start of the month",
  thisMonth: "this month, since the start of the month, since the beginning of the month",
  pastWeek:
    "in the week, in the course of the week, in the last seven days, in a single week, in just a week, this week, past week, over the week, the last week, in the past week, over the past week, in a week, during the week, weekly, over the last week, past seven days, in the last week",
  pastFortnight: "in two weeks, over two weeks, past two weeks, last two weeks, in a fortnight",
  pastMonth: "in a month, past month, last four weeks, past four weeks, over the past month",
  pastYear: "in a year, past year, past 12 months, last 12 months, over the past year",
  pastDays:
    "past few days, in two days, in three days, over three days, last two days, past two days, past three days, over two days, in recent days, past 48 hours, last 48 hours, three nights, two nights, two days, three days, four days, past 72 hours, over several days, five days, six days, several days",
  pastDay:
    "past day, past 24 hours, last 24 hours, over the day, in the last day, in 24 hours, over the past day, within 24 hours, within a day, last day, 24 hours, in a day, in one day, in a single day, in just 24 hours, since the beginning of the day, since the start of the day, since midnight, since this morning",
  today: "today, this morning, this afternoon, this evening, on the day, earlier in the day",
  sameDay:
    "the same day, that day, the same night, that night, the same evening, that evening, the same morning, that morning, same day",
  attackers:
    "the attackers, attackers, the attacker, attackers', the assailants, the attacking force, the attacking forces, the attacking troops, the invaders, attacking troops, attacking forces, the raiders, raiders, the intruders, intruders, infiltrators, the infiltrators, saboteurs, the saboteurs, invaders, assailants, of the assailants",
  firstHalf: "first half of, first six months of, the first half of",
  secondHalf: "second half of, last six months of, the second half of",
  ordinalEnd: "st, nd, rd, th",
  findsBodies:
    "found, recovered, exhumed, unearthed, discovered, dug up, retrieved, lay in, in the morgue, at the morgue, in a morgue, taken to the morgue, brought to the morgue, in mass graves, in a mass grave, taken to hospitals, brought to hospitals, brought to hospital, taken to hospital, arrived at hospitals, in hospitals, from the streets, in three mass graves, put in, buried in, laid out, lying in, lined up, collected, counted",
  carriesPeople:
    "population of, a population of, combined population of, with a population of, populations of, carrying, sheltering, housing, that housed, which housed, home to, that sheltered, hosting, plane carried, aircraft carried, it carried, was carrying, were carrying, had been carrying, helicopter carried, bus carried",
  partOfMonth: "late, early, mid, at the end of, at the start of, at the beginning of, in the middle of",
  rivals:
    "foes, rivals, rival sides, warring sides, warring parties, warring factions, warring camps, both sides, two sides, the sides, enemies, rebels, rebel forces",
  fetches:
    "gets, get, got, getting, brings, bring, brought, bringing, wins, won, welcomes, welcomed, takes, took, flies, flew, sees, saw, secures return of",
  backHome: "back, home, back home",
  incident:
    "ambush, raid, massacre, bombing, shootout, assassination, stampede, siege, suicide attack, suicide bombing, suicide bomber, suicide bombers, suicide bombings, suicide attacks, suicide blast, sabotage, act of sabotage, saboteurs",
  aboard: "inside, aboard, on board, sheltering, sleeping, sheltering inside",
  newClause: "and that, but that, and then, and what",
  daysBefore:
    "day earlier, one day earlier, a day earlier, the day earlier, the previous day, previous day, the previous night, the previous night's, previous night's, the previous evening, the night before, the day before, the evening before, a day before, one day before, a night earlier, two days earlier, two days before, two nights earlier, three days earlier, three days before, four days earlier, four days before, five days earlier, five days before, six days earlier, six days before, a week earlier, a week before",
  daysAfter:
    "the next day, next day, the following day, following day, the following night, the next night, a day later, one day later, the day after, two days later, three days later, four days later, five days later, six days later, a week later, two days that followed, three days that followed, four days that followed, five days that followed, six days that followed",
  tonight: "tonight",
  daysAgo:
    "two days ago, three days ago, four days ago, five days ago, two days earlier, the day before yesterday",
  yesterday:
    "yesterday, last night, the day before, day earlier, the day after, a day after, a day before, one day before, one day earlier, a day earlier, the previous day",
  tomorrow: "tomorrow",
  night:
    "overnight, during the night, at night, last night, in the night, night-time, nighttime, early hours",
  nightBefore: "the night before, the previous night, previous night, previous evening",
  lastYear: "last year, past year, previous year",
  lastWeek: "last week, previous week",
  christmasEve: "on christmas eve, christmas eve",
  christmasDay: "on christmas day, christmas day, christmas morning, on christmas",
  newYearsEve:
    "new year's eve, new year eve, on new year's eve, new years eve, on new years eve, on new year eve",
  newYearsDay:
    "new year's celebrations, new year celebrations, new year's attack, new year attack, new year's strike, new year strike, new year drone strike, new year drone attack, as new year struck, as the new year struck, as the new year began, as new year began, rang in the new year, rings in the new year, rings in new year, rang in new year, ringing in the new year, celebrated the new year, celebrating the new year, celebrated new year, celebrating new year, new year's day, new year day, on new year, new years day, on new years day",
  by: "by",
  in: "in the east of, across the east of, in the south of, across the south of, in the north of, across the north of, in the west of, across the west of, in the centre of, across the centre of, in the center of, across the center of, in the northeast of, across the northeast of, in the northwest of, across the northwest of, in the southeast of, across the southeast of, in the southwest of, across the southwest of, in the north-east of, across the north-east of, in the south-east of, across the south-east of, edge of, the edge of, gates of, the gates of, in the whole of, in all of, in the course of, over the course of, areas of, regions of, in, at, into, inside of, deep inside, deep into, near, on, over, across, outside, around, throughout, inside, within, above, towards, off, suburb of, suburbs of, city of, town of, village of, outskirts of, port of, parts of, centre of, center of, area of, district of, part of, phone call on, telephone call on, video call on",
  from: "deported to, abducted to, taken to, removed to, forcibly transferred to, from, from the direction of, from the directions of, out of, east of, west of, north of, south of, north-west of, outskirts of",
  outOf: "of, out of, of the",

  // Who says it
  says: "said this, reported this, announced this, stated this, wrote this, confirmed this, said so, reported so, called it a, calls it a, called that a, called this a, calls this a, raised its count, raises its count, raises count, raised its toll, raises toll, revises toll, raises death toll, put its, admitted that, admits that, acknowledged, acknowledges, conceded that, concedes that, puts the number, put the figure, puts the figure, gave the number, gives the number, put it, puts it, put them, puts them, put the number, put the toll, puts the, said, says, say, saying, wrote, writes, told, announced, announces, reported, reports, report, claimed, claims, claim, confirmed, confirms, stated, states, added, adds, posted, according, reporting, declared, estimated, estimates, put the, counted, recorded, noted, spoke of, spoken of, specified, quoted, revealed, believes, suggested, suggests, warned, accused, clarified, has recorded, tells, listed, announcing, put at, suggesting, vows, insisted, confirming, explained, thanked, citing, says he, accuses, tally, published, informed, mentioned, remarked, counts, denied, put the deaths, puts the deaths, put deaths, puts deaths, put the dead, puts the dead, put fatalities, puts fatalities, put its dead, puts its dead, raised its own count, raised its own toll, raised its own tally, raised the toll, raises its own count, raises its own toll, raised their count",
  amongWhom: "among, amongst, in the ranks of",
  ownForces:
    "its forces, its troops, its army, its soldiers, its fighters, its units, its navy, its air force, its marines, their forces, their fighters, their troops, his forces, his troops",
  recounts:
    "called, calls, described, describes, recalled, recalls, remembered, testified, recounted, complained, argued",
  saysSelf:
    "the statement said, the statement added, the service said, the agency said, the office said, the spokesman said, the spokesperson said, the spokeswoman said, the official said, the source said, the statement says, he said, she said, he wrote, she wrote, he added, she added, they said, it said",
  sameSpeaker:
    "the charity, the group, the agency, the organisation, the organization, the network, the monitor, the monitoring group, the observatory, the watchdog, the movement, the mission, the ngo, the committee, the commission, the bloc, the body, the company, the operator, the statement, the source, the sources, the report, the service, the institute, the alliance, the union, the party, the rights group, the war monitor, the activist group, the aid group, the human rights group, the medical group, the think tank",
  tellsThis:
    "said this, reported this, announced this, stated this, wrote this, confirmed this, said so, reported so, this was reported by, this was announced by, this was stated by, this was said by, this was confirmed by, this has been reported by",
  addresses: "told, tells, telling",
  tally:
    "count, tally, toll, death toll, estimate, estimates, assessment, figures, data, statistics, statement, update, bulletin, tally of",
  relativeWord: "which, who, that, whom",
  longTime:
    "two-week, two-month, two-year, three-week, three-month, three-year, four-week, four-month, four-year, five-week, five-month, five-year, six-week, six-month, six-year, seven-week, seven-month, seven-year, eight-week, eight-month, eight-year, nine-week, nine-month, nine-year, ten-week, ten-month, ten-year, eleven-week, eleven-month, eleven-year, twelve-week, twelve-month, twelve-year, eight-day, nine-day, ten-day, eleven-day, twelve-day, week-long, weeks-long, weekslong, month-long, monthlong, months-long, monthslong, year-long, yearlong, years-long, yearslong, decade-long, decades-long, decadeslong, 20-year",
  hospitalised: "",
  hospital:
    "hospital, hospitals, clinic, clinics, health facilities, health facility, medical facilities, medical centre, medical center, field hospital, surgical centre, surgical center, morgue, morgues, msf, red cross, icrc, doctors, medics, medical teams, trauma centre, trauma center, emergency",
  lostLand:
    "fallen, fell, been taken, been captured, been overrun, been lost, been seized, was lost, was taken, was captured, been retaken, in rebel hands, in enemy hands",
  takesIn:
    "received, receives, receive, receiving, treated, treats, treating, have treated, admitted, admits, admitting, took in, taken in",
  accordingTo:
    "this was reported by, this was announced by, this was stated by, this was said by, this was confirmed by, this has been reported by, according to, as reported by, data from, figures from, citing, cited by, estimate by, in the words of, quoting, reported by, announced by, said by",
  reminds: "",
  statement: "",
  remarks: "",
  sourceLabel: "",
  digest: "",
  recalls: "recall, as a reminder, previously, earlier reported",
  our: "its dead, its own dead, its losses, of its, of its own, its citizens, its soldiers, its own, of their own, our, we, its own count, its own toll, its own tally, its own death toll",
  enemy:
    "enemy, enemy's, the enemy, invaders, occupiers, aggressor, the occupiers, occupying forces, rashists",
  flownTo:
    "heading for, headed for, heading towards, heading toward, bound for, flying towards, flying toward, on their way to, en route to",
  sideWord: "side",
  both: "both, all sides, both sides, the two sides, both countries, two countries, two sides, either side, each side, both armies",
  theirOwn: "its, their",
  pronoun: "he, she, they, it",

  hypothetical:
    "could, would, might, would have, could have, may, if, simulation, simulated, scenario, hypothetical, risk of, danger of, threat of, grave danger of, fear of, fears of",
  grid: "power grid, grid, energy infrastructure, infrastructure, power stations, power plants, oil terminal, oil terminals, gas terminal, oil depot, oil depots, fuel depot, fuel depots, oil refinery, oil refineries, refinery, refineries, pipeline, pipelines, bridge, bridges, dam, railway station, train station, shopping centre, shopping center",
  disaster:
    "expired drugs, expired medicine, contaminated medicine, contaminated drugs, chemotherapy, pile-up, motorway, road accident, road accidents, traffic accident, ferry accident, ferry accidents, ferry disaster, ferry sinking, boat accident, bus accident, train accident, car crash, bus crash, train crash, road crash, collided, collides, derailed, derailment, hit-and-run, jet crashes, jet crash, plane crashes, plane crash, jet crashed, plane crashed, helicopter crash, helicopter crashed, helicopter crashes, nuclear accident, accident at, migrant boat, migrants boat, bus fire, school bus fire, bus fires, nightclub fire, hotel fire, shipwreck, shipwrecks, boat sinks, boats sink, sinking of a boat, gas pipeline, gas leak, refugee camp fire, camp fire, house fire, killed in fire, killed in a fire, killed in blaze, killed in a blaze, dead in fire, die in fire, dies in fire, died in a fire, apartment fire, hospital fire, factory fire, warehouse fire, fast-moving fire, fire in a flat, fire in an apartment, fire that broke out, electrical fault, fire tore through, fire ripped through, protest, protests, protesters, demonstrations, unrest, riot, riots, earthquake, quake, tremor, aftershock, aftershocks, flood, floods, flooding, landslide, landslides, cyclone, hurricane, typhoon, tsunami, wildfire, wildfires, avalanche, tornado, storm, cholera, measles, stampede, suicide, suicides, died suddenly, dies suddenly, natural causes, forest fires, siberian fires, fires raging, bushfires, bush fires, overdose, sunken, crowd crush, capsized, capsizes, capsize, capsizing, cause of blast, cause of the blast, cause of explosion, cause of the explosion, cause of the explosions, cause of explosions, quakes, plane that crashed, military plane crash, transport plane crashed, transport plane crashes, cargo plane crashed, cargo plane crashes, plane crashed in, plane crashes in, helicopter that crashed, collides with, collided with, technical failure, technical fault, mechanical failure, engine failure, ammonium nitrate, container of chemicals, port explosion, chemicals caught fire, gas explosion, mine collapse, dam collapse, factory explosion, gas pipe, pipe explodes, fireball",
  compatriots:
    "citizens, nationals, compatriots, countrymen, personnel, service members, intelligence personnel",
  border: "border with, borders with, bordering, border between, border, borders, frontier, frontier with",
  capital: "the capital, capital, capital city, the capital city",
  regionWord:
    "border region, border regions, border area, border areas, border district, border districts, region, regions, oblast, oblasts, province, provinces, district, districts, sector, direction, directions, area, areas, axis, region's",
  frontWord: "direction, axis, sector, front",
  slays: "",
  fewDoers: "",
  attachedTo: "",
  afterDay: "",
  sameStretch:
    "same days, same week, same period, same stretch, same seven days, same three days, same two days",
  underControl:
    "held, hold, holds, under its control, under their control, under russian control, under ukrainian control, under rebel control, under control, in ukrainian hands, in russian hands, in rebel hands, in enemy hands, in their hands, in its hands, in israeli hands, controls, in control of, in hands of",
  ratio: "ratio of, a ratio",
  envoy: "",
  seas: "seas",
  whereWord: "where",
  someVillage: "village, town, resort town, settlement, hamlet",
  wholeFront:
    "along the whole front, along the entire front, along the front, along the frontline, along the front line, along the entire front line, across the front, across the front line, across the entire front line, across the frontline, on all fronts, on the front line, on the frontline, along the line of contact",
  landPart:
    "eastern, southern, northern, western, central, northeastern, north-eastern, northwestern, north-western, southeastern, south-eastern, southwestern, south-western, east of, south of, north of, west of, northeast of, northwest of, southeast of, southwest of, centre of, center of, east, south, north, west, northeast, northwest, southeast, southwest, occupied, russian-occupied, israeli-occupied, government-held, rebel-held, war-torn, war-ravaged, war-hit, neighbouring, neighboring, mainland, frontline, front-line, besieged, rural, remote, coastal, far, much of, most of, all of",
  throughout: "across, throughout",
  suffers:
    "rocked, rocked by, reels, reeling, shaken, shaken by, hit by, under attack, under fire, wakes to, woke to, mourns, buries, hospital, hospitals, suburb, suburbs, metro, airport, neighborhood, neighbourhood, apartment, apartments, school, pounded, battered, bombarded, comes under, came under, enduring, endures, endured, suffers, suffered, digs out",
  overhead: "over, above, in the skies over",
  stagesAt:
    "speaking, speaks, spoke, addressing, addressed, told reporters, told a news conference, told a briefing",
  riverbank: "bank of the, banks of the, east bank of, west bank of",
  street: "street, avenue",
  villageWord:
    "village of, villages of, town of, towns of, city of, settlement of, settlements of, hamlet of, kibbutz, community of, communities of, displacement camp of, refugee camp of, village called, town called",
  villageWords: "",
  namesAsTheyAre: "",
  nationwide:
    "across the country, nationwide, across the whole country, ukrainian cities, throughout the country, cities across, countrywide",
  toward: "to, home to, back to",
  captivity: "captivity, prison, prisons, custody, jails",
  superlative:
    "for the second time, for the third time, for the fourth time, for the fifth time, for the sixth time, for the seventh time, for the eighth time, for the ninth time, for the tenth time, latest in a, latest of a, latest in the, one of the deadliest, one of the bloodiest, second such, third such, fourth such, fifth such, latest such, largest, biggest, heaviest, worst, deadliest, bloodiest, fiercest, most, first, greatest, longest, highest, larger than, any, bigger than, than any",
  condition: "if, unless, whether",
  relative: "before",
  aftermath: "after, following, in the wake of, hours after, a day after, days after",
  parent: "mother of, father of, mothers of, fathers of, parents of, mum of, dad of, father-of, mother-of",
  withTool: "with, using, by using, with as many as",
  relativePronoun: "",
  clause:
    "as, while, after, when, before, but, amid, although, though, because, which, what, who, whose, where, following, despite, until, once, two days after, two days later, two days earlier, two nights after, two nights later, two nights earlier, three days after, three days later, three days earlier, three nights after, three nights later, three nights earlier, four days after, four days later, four days earlier, four nights after, four nights later, four nights earlier, five days after, five days later, five days earlier, five nights after, five nights later, five nights earlier, six days after, six days later, six days earlier, six nights after, six nights later, six nights earlier, seven days after, seven days later, seven days earlier, seven nights after, seven nights later, seven nights earlier, several days after, several days later, several days earlier, several nights after, several nights later, several nights earlier, a few days after, a few days later, a few days earlier, a few nights after, a few nights later, a few nights earlier",
  whenThen: "when, as",
  recipient: "ukrainian side, russian side",
  allOf:
    "all of which, all of them, all were, all being, all destroyed, all intercepted, all shot down, all downed, all of the drones, all of the missiles",
  cedes:
    "driven from, driven out of, pushed out of, pushed from, withdrawn from, withdrew from, withdraw from, withdraws from, withdrawing from, retreated from, retreat from, retreats from, retreating from, pulled out of, pulls out of, pull out of, pulling out of, forced out of, forced from, expelled from, abandoned, abandons, abandoning, ceded, lost control of, loses control of",
  soil: "nuclear sites, nuclear site, nuclear facilities, nuclear facility, nuclear plant, nuclear plants, missile sites, oil refinery, oil refineries, oil depot, oil depots, refinery, refineries, power plants, power stations, energy facilities, region, regions, province, provinces, territory, soil, land, air base, air bases, airbase, airbases, airfield, airfields, airport, airports, military base, military bases, army base, naval base, base, training camp, training ground, village, villages, town, towns, city, cities, airspace, border region, border regions, border areas, border area, border village, border town, waters, port, ports",
  homeSoil:
    "within its borders, inside its borders, within its territory, inside its territory, on its territory, in its territory, on its soil, on its land",
  strengthOf: "",
  permits: "",
  undergoes: "",
  takesPart: "took part, taking part, take part, were involved, was involved, participated",
  countWord:
    "put the toll, puts the toll, putting the toll, put its toll, number of, numbers of, total of, total for, totals for, count of, tally of, tally for, figure for, toll of, its dead, its own dead, its wounded, its losses, the death toll, its toll, the toll, its count, its total, its tally, the count, the tally, the total, the number, put the deaths, puts the deaths, putting the deaths, put deaths, puts deaths, putting deaths, put the dead, puts the dead, putting the dead, put fatalities, puts fatalities, put the wounded, put the injured, put its dead, puts its dead, deaths among, put the number, puts the number, its own count, its own toll, its own tally, its own death toll, its own total, losses, losses of",
  seatedIn: "",
  falls: "",
  toldAt:
    "at, as, at more than, at least at, at about, at nearly, now at, stands at, stood at, now stands at, had reached, has reached, reached, had risen to, has risen to, climbed to, rose to, rises to, climbs to, grew to, grows to, increased to, jumped to, had grown to, has grown to, had climbed to, has climbed to, had increased to, has increased to, had jumped to, had swelled to, swelled to, had passed, had topped, had gone up to",
  nightOf:
    "night of, night between, night from, night to, overnight between, overnight from, overnight on, overnight of",
  refugee: "refugees, displaced people, asylum seekers, arrivals, evacuees",
  lives: "lives",
  takesLives:
    "claimed, claims, claiming, claim, took, take, takes, taking, taken, cost, costs, costing, lost",
  consistsOf:
    "the dead include, the dead included, victims include, victims included, among the dead, among the victims, toll includes, toll included, casualties include, casualties included",
  over: "",
  apart: "",
  dayUnit: "day, days, night, nights",
  weekUnit: "week, weeks",
  monthUnit: "month, months",
  halfYear: "",
  yearUnit: "year, years",
  lastOf: "past, last, recent",
  partly: "",
  first: "first, opening",
  ofTown: "",
  asOf: "",
  armyGroup: "",
  outletNoun:
    "channel, times, post, tribune, today, independent, tv, television, radio, herald, gazette, hayom, international, pravda, network, broadcaster, newspaper, daily, magazine, news agency, news site, news website, news outlet, news portal, outlet, wire, insider, chronicle, telegraph, journal, kan, news, school of economics, school, doctors, doctors' network, doctors union, university, institute, association, foundation, lawyers, red crescent",
  deadly:
    "deadly, fatal, deadliest, kills several, kills dozens, kills scores, kills many, kills civilians, kills people, kills some, killing several, killing dozens, killing scores, killing many, killing civilians, killing people, several killed, several people killed, several dead, several people dead, dozens killed, dozens dead, dozens of people killed, dozens of civilians killed, scores killed, scores dead, many killed, many dead, civilians killed, people killed",
  anotherSwap:
    "second swap, second exchange, second prisoner swap, second prisoner exchange, another swap, another exchange, another prisoner swap, another prisoner exchange, second stage of the exchange, second leg, second such swap, second such exchange",
  reprisal:
    "accused of, accuses of, accuse of, blamed for, blames for, responsible for, in retaliation for, in response to, retaliation for, in revenge for, in reprisal for, carried out by, carrying out, avenge, to avenge",
  talksYield:
    "yield, yields, yielded, produced, produces, brought, brings, made progress, make progress, makes progress, made little progress, made no progress, made some progress, resulted in, have concluded, concluded, concludes, conclude, wrapped up, wrap up, wraps up, adjourned",
  escorts: "intercept, intercepted, intercepts, intercepting, interception",
  among: "among the, among those, among these",
  model: "",
  ethnic: "ethnic",
  carriesAway:
    "flew, flown, flies, fly, flying, had flown, has flown, brought, has brought, carried, has carried, carrying, ferried, shipped, transported, bused, bussed, airlifted, took, has taken, moved, has moved",
  travels:
    "went, go, went north, went south, took, take, taking, brought, bring, bringing, carried, carry, carrying, flew, fly, flying, left, left for, came, arrived, arrive, landed, travelled, traveled, boarded, crossed, drove, ferried, were taken, was taken, were driven, were bused, were due in, reached",
  kin: "relatives, family members, members of his family, members of his extended family, members of his immediate family, members of her family, members of her extended family, members of her immediate family, members of their family, members of their extended family, members of their immediate family, members of my family, members of my extended family, members of my immediate family, members of our family, members of our extended family, members of our immediate family, members of the family, members of the extended family, members of the immediate family, members of one family, members of one extended family, members of one immediate family, loved ones, cousins, nephews, nieces, grandchildren, sons, daughters, brothers, sisters, siblings, children, citizens, nationals, students, pupils, teachers, aid workers",
  intoLand:
    "into, crossed into, have crossed into, had crossed into, cross into, crossed over into, poured into, pour into, streamed into, arrived in, have arrived in, had arrived in, has arrived in, arrive in, reached, have reached, had reached, entered, have entered, had entered, fled to, flee to, fled into, flee into, fleeing to, fleeing into, refuge in, shelter in, asylum in",
  atFirst:
    "at first, initially, originally, initial reports, early reports, first reports, had first said, had earlier said, first said, first put, first reported, first spoke of, first gave, first told, earlier said, initial figure, earlier figure",
  corrects:
    "corrected, corrects, later corrected, revised, later revised, retracted, amended, lowered, withdrew, corrected themselves, corrected itself",
  builds:
    "built, builds, build, rebuilt, rebuild, rebuilding, rebuilds, approved, approves, approve, approving, construction of, construct, constructed, constructing, repaired, repair, repairs, repairing, restored, restoring, plans for, advances plans for",
  shutsOrOpens:
    "shutdown of, emergency shutdown of, shutdowns of, reconnection of, restart of, closure of, reopening of, reconnected, restarted, reopened, closed, shut down, shuts down, closes",
  multiple:
    "as much, as many, as high, as large, as big, as often, as likely, as long, higher, larger, bigger, more, greater, faster, longer, cheaper, that of, what it, its, their, the",
  theGroup:
    "the group, the movement, the militia, the organisation, the organization, the faction, the militant group, the armed group, the rebel group, the jihadist group, the islamist group, the paramilitary group, the paramilitaries, the armed wing, the military wing, the group's, the movement's, the militia's, the organisation's, the organization's, the faction's, the militant group's, the armed group's, the rebel group's, the jihadist group's, the islamist group's",
  mourns:
    "mourns, mourned, mourning, to mourn, buries, buried, burying, has named, have named, named, names, honours, honors, honoured, pays tribute to, paid tribute to, bids farewell to, announced the death of, announces the death of, announced the deaths of, confirmed the death of, confirmed the deaths of, confirms death of, half-mast, half-staff, minute of silence, minute's silence, moment of silence, prayers for, held prayers, funeral of, funeral for, funerals of, funerals for, memorial for, memorial service for, in memory of, to honour, to honor, pay his respects to, pay their respects to, pay her respects to, paid respects to, paid his respects to, paid her respects to, paid their respects to, days of mourning, two days of mourning, three days of mourning, four days of mourning, five days of mourning, seven days of mourning, day of mourning",
  toldBefore:
    "up from, down from, earlier count of, earlier toll of, earlier tally of, earlier figure of, earlier estimate of, earlier reports of, previous count of, previous toll of, previous tally of, previous figure of, previous estimate of, initial count of, initial toll of, initial figure of, initial figure was, initial toll was, initial count was, previous figure was, previous toll was, earlier figure was, earlier toll was, initial reports of, initially put at, initially reported as, initially given as, first put at, first given as, earlier put at, earlier given as, previously put at, had put the number, had put the toll, had put the figure, had put it, had put the dead, had put the death toll, had given the number, had given the toll, had given the figure, had first spoken of, had earlier spoken of, earlier spoke of, previously spoke of, initially spoke of, at first spoke of",
  toldEarlier:
    "reported earlier, reported previously, reported before, previously reported, initially reported, first reported, announced earlier, given earlier, given before, known earlier, counted earlier, earlier reported, previously announced, previously known, previously given",
  branchMember:
    "members, member, personnel, privates, sergeants, privates and sergeants, officers, warrant officers",
  or: "",
  occupies: "",
  truceOfEnergy:
    "energy truce, energy ceasefire, energy cease-fire, strikes on energy, attacks on energy, strikes on power, attacks on power, strikes on energy infrastructure, attacks on energy infrastructure, strikes on energy facilities, attacks on energy facilities, strikes on power plants, attacks on power plants, energy infrastructure ceasefire",
  truceAtSea:
    "maritime truce, maritime ceasefire, maritime cease-fire, black sea truce, black sea ceasefire, black sea cease-fire, naval truce, naval ceasefire, truce at sea, ceasefire at sea, cease-fire at sea, truce in the black sea, ceasefire in the black sea",
  truceOfHours:
    "easter truce, christmas truce, humanitarian pause, humanitarian pauses, humanitarian truce, hour truce, hour ceasefire, hour cease-fire, 24-hour truce, 30-hour truce, 48-hour truce, 72-hour truce, 24-hour ceasefire, 30-hour ceasefire, 48-hour ceasefire, 72-hour ceasefire, three-day truce, three-day ceasefire, two-day truce, one-day truce, temporary truce, orthodox christmas truce, eid truce, eid ceasefire, ramadan truce, ramadan ceasefire",
  truceInFull:
    "full ceasefire, full cease-fire, complete ceasefire, complete cease-fire, unconditional ceasefire, unconditional cease-fire, comprehensive ceasefire, comprehensive cease-fire, general ceasefire, total ceasefire, full and unconditional, permanent ceasefire, permanent cease-fire, nationwide ceasefire, nationwide cease-fire",
  takes: "takes, took",
  admits:
    "admitted that, admits that, conceded that, concedes that, admitted, admits, acknowledged, acknowledges, conceded, concedes, confirmed, confirms",
  formerOne: "",
  worldwide:
    "around the world, worldwide, globally, across the world, across the globe, around the globe, world wide",
  haltsFire:
    "are halted, are suspended, are paused, are stopped, have been halted, have been suspended, have been paused, have been stopped, have ceased, cease as of",
  airDefenceForce: "air defence, air defense, air defences, air defenses",
  outcomeOf: "after, following, at the end of, as a result of, in",
  loneVictim:
    "man, woman, mother, father, son, daughter, wife, husband, brother, sister, grandson, granddaughter, grandfather, boy, girl, child, teenager, civilian, resident, villager, pensioner, driver, worker, employee, medic, paramedic, doctor, nurse, rescuer, firefighter, journalist, reporter, cameraman, soldier, serviceman, policeman, police officer, volunteer, student, teacher, farmer, baby, infant, toddler, newborn, grandmother, fisherman, engineer, aid worker, schoolgirl, schoolboy, guard, security guard, sailor, patient, passenger, peacekeeper",
  loneOrCounted: "",
  mayBe: "may, might, could, would",
  farewell:
    "bury, buried, buries, burying, laid to rest, lay to rest, lays to rest, bid farewell, bids farewell, bade farewell, said goodbye, say goodbye, says goodbye, saying goodbye, paid their last respects, pay their last respects, funeral for, funerals for, funeral of, funerals of, funeral was held, funerals were held, memorial service, day of mourning",
  mostOfAll: "most of them, the most, worst affected, hardest hit, worst hit, most affected",
  readMore:
    "read more:, also read, read also, read next, subscribe to our, subscribe to the, sign up for our, sign up to our, sign up for the, sign up to the, follow us on, follow our live, follow our channel, join our channel",
  formerly: "former, ex, retired, one-time",
  earlierThen:
    "earlier this month, earlier this week, earlier this year, later this month, later this week, later this year, earlier in the week, earlier in the month, earlier in the year",
  lastMonth:
    "last month, the month before, previous month, months ago, a month ago, weeks ago, years ago, last year",
  wholeWeekend: "",
  weekend:
    "over the weekend, at the weekend, this weekend, during the weekend, on the weekend, this past weekend, over the past weekend, weekend",
  loses: "lost, lose, loses, losing, cost, costs, costing",
  tollWord:
    "put the toll, puts the toll, putting the toll, put its toll, toll of, the toll, its toll, the death toll, its dead, its own dead, its losses, death toll, toll, deaths, casualties, fatalities, losses, dead, deaths toll, death tally, put the deaths, puts the deaths, putting the deaths, put deaths, puts deaths, put the dead, puts the dead, put its dead, puts its dead, its own count, its own toll, its own tally, its own death toll",
  inReturn: "in return, in exchange, in turn, in exchange for, in return for",
  armySite:
    "command post, command posts, command and control posts, ammunition depot, ammunition depots, ammunition dumps, concentration areas, troop concentrations, air defence positions, military base, army base, naval base, air base, airbase, base, training ground, training grounds, training camp, barracks, outpost, checkpoint, convoy, military convoy, positions, embassy, consulate, military sites, military site, military targets, military target, military facilities, military installations, military installation, army camps, army camp, militia bases",
  givesOrGetsBack: "",
  receives:
    "receiving, welcomes home, welcomed home, welcomes back, welcomed back, welcoming home, welcoming back, took back, takes back, took home, getting, brings home, brings back, bring home, bring back, bringing home, bringing back, get back, getting back, received, receives, receive, got back, gets back, welcomed, returned home, brought home, came home, were home, are home, was home, is home, brought back, secured",
  violates:
    "violated, breaching, breaking it, breaking their truce, breaking the agreement, violates, violation, violations, breach, breached, breaches, broke the ceasefire, violating, breaking ceasefire, breaking the ceasefire, breaking a ceasefire, breaking truce, breaking the truce, breaking a truce, broke ceasefire, broke truce, broke the truce, breaks ceasefire, breaks truce, breaks the truce, break the truce, break the ceasefire, flouted, flouting, flouts, shattering",
  adopts:
    "issued, issues, lists, listed, bans import of, bans imports of, banned imports of, banned the import of, bans the import of, placed, places, placing, slapping, imposed, imposes, impose, adopted, adopts, adopt, approved, approves, slapped, announced, announces, unveiled, comes into force, come into force, hits, targets, new sanctions on, sanctioned, agreed, introduced, introduces, reinstates, reinstated, reimposes, reimposed, freezes, froze, joins, joined, expands, expanded, extends, extended, renews, renewed, widens, widened, tightens, tightened, toughens, slaps, slap, unveil, unveils, blacklists, blacklisted, levies, levied, targeted in, targeted by, sanctions list, put on, puts on, face, faces, facing, hit with, slapped on, added to, adds, strengthen, tighten, toughen, widen, extend, expand, step up, stepped up, steps up, ramp up, ramps up, intensify, decision to impose, decided to impose, decree imposing, put into effect, put into force, imposing, is imposing, are imposing",
  lifts: "lifted, lifts, lift, eased, ease, removed, waived, lifting",
  orders:
    "told to, ordered, orders, order, mandatory, called on, urged, urges, calls on, evacuation order, forced evacuation, told residents, warned residents, announced, must, have to, tells, tell, urge, warns residents, issues, issued, issue",
  bids: "ordered, told, told to, told residents, tells, orders, urged, urges, warned, warned to, telling",
  delivers:
    "came ashore, were unloaded, was unloaded, arrived, delivered, handed over, received, receives, entered, reached, has sent, delivers, transferred",

  // Topics
  exchangeTalk:
    "prisoner exchange, prisoner swap, prisoners swap, prisoner-of-war exchange, pow swap, pow exchange, exchange of prisoners, swap of prisoners, exchange, swap, prisoner exchanges, prisoner swaps, exchanged prisoners, swapped prisoners, swap prisoners, exchanges of prisoners, hostage release, hostage deal, release of prisoners, prisoner release, hostages-for-prisoners, handover, repatriation of bodies, exchange of bodies, exchange prisoners, handover of bodies, hostages, prisoners, pows, prisoners of war, captives, hostage, bodies",
  ceasefire:
    "pause fire, pause in fire, pause fighting, pause the fighting, pause in the fighting, hold fire, hold their fire, halt to strikes, moratorium on strikes, moratorium on attacks, halt to attacks, halt attacks on, stop attacks on each other, halt energy strikes, halt to energy strikes, halt strikes on energy, stop strikes on energy, spare each other, ceasefire, cease-fire, ceasefires, truce, armistice, cessation of hostilities, cease hostilities, ceasing hostilities, stop fighting, end fighting, end the fighting, halt fighting, end hostilities, halt hostilities, lay down their arms, lay down arms, silence the guns, silence their guns, cease-fires, pause in fighting, halt to fighting, humanitarian pause, halt in fighting, stop the fighting, cease fire, halt fire, halt fighting, truce deal, halt strikes on, stop strikes on, stop attacks on, refrain from attacks, refrain from strikes, refrain from attacking, refrain from striking, halting strikes on, halting attacks on, suspend strikes on, pause strikes on, extend the truce, extend the ceasefire, extend the pause, pause in hostilities",
  hosts:
    "hosted, hosts, hosting, is hosting, are hosting, received, receives, brought together, brings together, bringing together, sat down with, convened, convenes",
  leavesLand:
    "withdrew from, withdrawn from, withdraws from, withdrawing from, pulled out of, pulls out of, pulling out of, retreated from, retreats from, retreating from, pulled back from, pulls back from, fell back from, had left, have left, has left, abandoned, abandons, gave up, gives up, given up, had to leave, ceded",
  fightingWord:
    "fighting, war, clashes, battles, battle, bombardment, bombardments, bombing, shelling, hostilities, violence, siege, offensive, operation, incursion, invasion, campaign, conflict, strikes, airstrikes, air strikes, attacks, raids, air raids, exchange of fire, exchanges of fire, killings, revenge killings, blockade, assault, crackdown, escalation, combat, rocket fire, unrest, cross-border fire, skirmishes, counteroffensive, counter-offensive, bloodshed, turmoil, carnage",
  daysLong:
    "two-day, three-day, four-day, five-day, six-day, seven-day, eight-day, nine-day, ten-day, eleven-day, twelve-day, fourteen-day, fifteen-day",
  weeksLong:
    "two-week, three-week, four-week, five-week, six-week, seven-week, eight-week, nine-week, ten-week, eleven-week, twelve-week, fourteen-week, fifteen-week",
  monthsLong:
    "two-month, three-month, four-month, five-month, six-month, seven-month, eight-month, nine-month, ten-month, eleven-month, twelve-month, fourteen-month, fifteen-month",
  truceFrom:
    "from midnight, from noon, from monday, from tuesday, from wednesday, from thursday, from friday, from saturday, from sunday, starting at, starting on, starting from, starting this, beginning at, beginning on, beginning from, to take effect, to come into effect, to come into force, to begin at, to begin on, to begin from, to start at, to start on, is to begin, is to start, will begin, will start, would begin, would start, due to begin, due to start, will last from, effective from, effective at, effective immediately",
  declaresTruce:
    "announced, announces, announcing, declared, declares, declaring, ordered, orders, ordering, proclaimed, proclaims",
  truceWord: "truce",
  talks:
    "to speak again, to meet again, talks, negotiations, negotiate, summit, meeting, met, peace talks, negotiating, round of talks, negotiators, meets, meet, spoke with, held talks, consultations, peace conference, conversation, discussed, diplomats, sit down, discussions, meetings, negotiating table, peace summit, speak by phone, truce talks, phones",
  call: "phone call, by phone, speak by phone, telephone call, spoke by phone, phoned, phone conversation, telephone conversation, spoke on the phone, call with, spoke by telephone, speaks by phone, speak by telephone, speak on the phone, talk by phone, video call, phone talks, phones, during a phone call with, during a call with, during a telephone call with, during a video call with, during a phone conversation with, during a telephone conversation with, during a conversation with, in a phone call with, in a call with, in a telephone call with, in a video call with, in a phone conversation with, in a telephone conversation with, in a conversation with",
  sanctions:
    "bans import of, bans imports of, banned imports of, banned the import of, bans the import of, ban on imports of, import ban on, sanctions, sanction, sanctions package, price cap, oil cap, embargo",
  airAttack:
    "projectile, projectiles, airstrike, airstrikes, air strike, air strikes, missile strike, missile strikes, drone strike, drone strikes, drone attack, drone attacks, missile attack, missile attacks, rocket attack, rocket attacks, air raid, air raids, aerial attack, shelling, shelled, bombardment, bombing, bombed, artillery fire, barrage, drone and missile attack, missile and drone attack, missile barrage, drone barrage, shellings, air assault, missile, missiles, drones, drone, bombs, rockets, warplanes, strikes on, strike on, aerial assault, glide bomb, glide bombs, bombardments, rocket fire, mortar fire, struck, airstrikes on, shell, shells, shahed, aerial bombs, artillery, russian strike, russian strikes, ukrainian strike, israeli strike, israeli strikes, us strikes, bombarded, mlrs, grad, kalibr, s-300, mortar bomb, mortar bombs, mortar shell, mortar shells, mortar round, mortar rounds, mortars, helicopter gunship, helicopter gunships, gunship, gunships, howitzers, drone raid, drone raids, shellfire, artillery shell, artillery shells, storm shadow, storm shadows, atacms, iskander, himars, tochka-u, geran, shaheds, cruise missiles, ballistic missiles",
  airDefenceAtWork:
    "shot down, downed, intercepted, air defense, air defence, air defenses, air defences, brought down, shoot down, shoots down, downs, shooting down, air raid alert, air raid alerts, air raid siren, air raid sirens, air raid warning, air raid warnings",
  explosion: "explosions, explosion, blasts, blast",
  shelling: "shelled, shelling, bombarded, bombed, pounded, struck, hit",
  capture:
    "in full control of, full control of, overran, overrun, overruns, snatched, snatched back, took the localities, took the villages, took the town of, took the city of, had taken, captured, seized, recaptured, retook, took control, full control of, taken full control, took full control, has taken, have taken, taken control, captures, gained control, fallen to, fell to, seizes, recaptures, liberated, liberates, retakes, fully liberated, took the town, taken the town, takes control, overran, overrun, raised the flag, retaken, took over, retake, recapture, reclaimed, reclaims, reclaim, regained, regains, retaking, recapturing, reclaiming, regaining, liberating, seizing back, seized back, seizes back, took back, takes back, has fallen, have fallen, had fallen, falls to, in control of, under full control, took the city, overrunning, full control, seize, marched into, marches into, march into, marching into, swept into, sweeps into, sweep into, full control over, complete control over, complete control of, established control over, establish control over, establishes control over, established full control over, regained control of, regained control over, took control over, takes control over, regain control of, regains control of, wrested control of, seized control of, seizes control of, seize control of, won control of, gain control of, gains control of, in the hands of, now in the hands of, cleared of, advanced into, capturing, seizing",
  taking:
    "capture of, capture, recapture of, recapture, seizure of, liberation of, fall of, loss of, takeover of, retaking of",
  noTopic:
    "fired a single shot, fired a shot, fired shots, fires shots, fires a shot, fired a warning shot, hit out, hits out, hitting out, strike gold, strikes gold, been met with, was met with, were met with, be met with, is met with, are met with, met with scorn, met with skepticism, met with criticism, heated exchange, heated exchanges, tense exchange, testy exchange, fiery exchange, angry exchange, exchange of views, stock exchange, exchange rate, exchange rates, foreign exchange, exchange program, exchange programme, exchange student, exchange students, email exchange, verbal exchange, war of words, far apart on, apart on, no progress towards, no progress toward, no progress on, far from, exchange fire, exchanged fire, exchanges fire, exchanging fire, exchange of fire, exchanges of fire, exchange of gunfire, exchanged gunfire, exchange gunfire, exchanged heavy, exchange heavy, exchanged artillery, exchange artillery, exchanged strikes, exchange strikes, exchange of strikes, exchanged attacks, exchange attacks, exchange missiles, exchanged missiles, exchange blows, exchanged blows, exchanged blame, exchange blame, exchange threats, trade fire, traded fire, trading fire, trade strikes, traded strikes, trade blows, traded blows, trade blame, traded blame, trading blame, trade attacks, traded attacks, trade accusations, traded accusations, trade allegations, talks about, talk about, talked about, talks to, meet our demands, meet demands, meet the demands, meet its demands, meet their demands, security council, emergency meeting, cabinet, cabinet meeting, parliament, nato summit, g7 summit, brics summit, met with resistance, met with protests, met by, meet the need, meet the needs, meet needs, meet expectations, meet the threat, newly liberated, newly recaptured, newly captured, newly seized, recently liberated, recently captured, recently seized, recently recaptured, captured weapons, captured equipment, captured territory, captured soldiers, fight back against, to evade, evade, evades, evading, evasion of, circumvent, circumvents, circumventing, bypass, bypassing, skirt, skirting, dodge, dodging, weather, weathering, withstand, in response to, response to, get around, shrugs off, shrug off, bite of, impact of, effect of, effects of, price of, basis for, precondition for, preconditions for, prospect of, prospects for, chance of, chances of, role in, players in, key players, key player, significant players, major players, attack drones, attack drone, attack helicopters, attack helicopter, attack aircraft, attack jets, attack submarine",
  leaving:
    "to leave, to flee, to get out, to move out, to move south, to move north, to move north of, to move west, to move east, to move away, to move to, to move further, to go south, to go north, to head south, to head north, to abandon their homes, to abandon, to pull back, to seek safety, to stay away",
  carriesOut:
    "evacuation train, evacuation trains, evacuation bus, evacuation buses, evacuation convoy, evacuation flight, evacuation flights, airlifted, airlifts, airlift, to safety, bused out, bussed out, evacuates, evacuated, evacuating",
  evacuation:
    "evacuated, evacuation, evacuate, evacuating, evacuations, evacuates, evacuees, airlifted, airlifts, airlift, evacuation train, evacuation trains, evacuation bus, evacuation buses, evacuation convoy, evacuation flight, evacuation flights, evacuation orders, evacuation order, to safety, bused out, bussed out",
  aid: "thaad battery, patriot batteries, patriot battery, gripen jets, gripens, hygiene items, hygiene kits, relief items, relief supplies, medical supplies, shelter materials, tonnes of aid, tons of aid, tonnes of food, tons of food, trucks carrying, trucks with aid, trucks loaded with, lorries carrying, trucks of aid, food parcels, military aid, aid to, aid for, aid into, aid deliveries, aid shipments, aid trucks, aid package, military assistance, assistance package, humanitarian aid, weapons package, weapons, arms package, security assistance, defense package, patriot, air defense systems, air defence systems, tanks, arms, f-16, f-16s, shells, missile defense system, emergency aid, generators, ammunition, himars, armored vehicles, armoured vehicles, missile systems, anti-ship missile systems, air defence missiles, fighter jets, weaponry, military support, howitzers, aid convoy, emergency relief, interceptors, interceptor missiles, munitions, trucks with, lorries with, humanitarian convoy, humanitarian convoys, relief convoy, relief convoys, food convoy, food convoys, convoy of aid, un convoy, u.n. convoy, air-defence batteries, air-defense batteries, air defence batteries, air defense batteries, air-defence battery, air-defense battery, air defence battery, air defense battery, air-defence systems, air-defense systems, surface-to-air missiles, artillery rounds, artillery shells, challenger 2 tanks, leopard tanks, leopard 2 tanks, abrams tanks, combat aircraft, warplanes, food trucks, food lorries, lorries with food, airdrop food, airdrops food, airdropped food, airdrop aid, airdrops aid, airdropped aid, patriots",
  giving:
    "to send, sending, sends, send, giving, gives, give, to give, to supply, supplying, to provide, providing, provides, provide, to deliver, delivering, deliver, to donate, donates, donating, to transfer, pledges, pledged, pledging, promises, promised, promising, approves, approved, agrees, agreed, announces, announced, offers, offered, hands over, receives, receive, received, unveils, unveiled, to ship, deploys, deploy, to deploy, lends, lend, getting",
  give: "send, sends, sending, sent, provide, provides, provided, deliver, delivered, announces, announced, pledges, pledged, supply, supplies, supplied, donate, donated, gave, give, gives, approves, approved, unveils, finalizing, arrived, handed over, transfer, transferred, receive, received, receives, allocates, allocated, earmarked, offers, promised, promises, provision, pledge, giving, to send, entered, enter, reached, package, approve, unveiled, to give, to provide, to deliver, to supply, promise, deploy, deploys, deploying, authorize, authorizes, authorized, authorise, authorises, authorised, passes, passed, signs, signed, agrees, agreed, agree, commits, committed, announce, announcing, unveil, unveiling, dispatch, dispatches, dispatched, donates, shipped, shipping, supplying, providing, delivering, pledging, promising, offer, offered, offering, adds, lend, lends, hand over, hands over, steps up, boosts, boost, to donate, , includes, included",
  warTime:
    "war, fighting, conflict, bombardment, hostilities, invasion, invaded, offensive, uprising, coup, ceasefire, truce, violence, clashes, counteroffensive, counter-offensive, bloodshed, unrest, turmoil, carnage",
  war: "drug boats, drug boat, drug vessels, drug vessel, alleged drug boats, suspected drug boats, alleged drug vessels, suspected drug vessels, alleged drug-trafficking boats, alleged drug-trafficking boat, narco-terrorists, drug-trafficking boats, drug-smuggling boats, drug smuggling boats, alleged drug smuggling boats, alleged drug-smuggling boats, air strike, air strikes, missile strike, missile strikes, drone strike, drone strikes, drone attack, drone attacks, missile attack, missile attacks, rocket attack, rocket attacks, air raid, air raids, artillery fire, drone and missile attack, missile and drone attack, missile barrage, drone barrage, air assault, rocket fire, servicemen, servicewomen, prisoner swap, prisoner swaps, prisoner exchange, prisoner exchanges, prisoner-swap, prisoner-exchange, captivity, hostage deal, shot down, defenders, air force, war, conflict, invasion, fighting, frontline, front line, military, troops, soldiers, forces, army, militants, rebels, insurgents, occupied, occupation, offensive, battle, battlefield, ceasefire, cease-fire, hostilities, combat, shelling, shelled, airstrike, airstrikes, missile, missiles, drones, prisoners of war, pows, hostages, siege, kremlin, gunmen, militia, artillery, air defence, air defense, separatists, hamas, hezbollah, houthi, houthis, idf, jihadists, paramilitary, warplanes, rockets, peace talks, truce, bombardment, terrorists, maoists, naxals, peacekeepers, isis, isil, taliban, al-shabab, boko haram, peace plan, peace deal, peace agreement, peace process, peace proposal, security guarantees, rsf, rapid support forces, counterinsurgency, fighters, armed forces",
  army: "forces, army, troops, military, air force, air defence, air defense, air defenses, air defences, armed forces, air defence forces, navy, soldiers, defenders, air defence systems, air defense systems, government, aircraft, warplanes, jets, missiles, drones, coalition, coalition forces, fighter jets, jet, gunships, junta",
  court:
    "filing charges, file charges, files charges, facing charges, face charges, charges against, criminal charges, court, courts, convicts, convicted, found guilty, guilty, verdict, trial, on trial, sentenced, sentences, jailed, appeals conviction, acquitted, lawsuit, sues, indicted, indictment, inquest, extradited, extradition, pleads guilty, pleaded guilty",
  thatTown:
    "the city, this city, that city, the same city, the town, that town, the same town, the village, the same village, the camp",
  thatRegion:
    "the region, that region, the same region, the oblast, the province, that province, the same province, the governorate",
  thatCountry: "the country, the whole country, the entire country",
  thatCapital: "the capital, the capital city",
  thatSeat: "the regional center, the regional centre, the regional capital, the provincial capital",
  thatArea: "the enclave, the strip, the territory, the peninsula",
  hereWord: "there",
  against: "against",
  settlementIn: "near, outside, in, at",
  unlike:
    "protesters, protestors, demonstrators, rioters, gangland, gangsters, gang violence, ski resort, swiss alps, nightclub, idaho, homicide, off-campus, university students, college student, cholera, ebola, measles, pandemic, covid, virus, film, movie, novel, book, documentary, festival, box office, actor, actress, tv series, star, celebrity, celebrities, singer, concert, album, museum, exhibition, football, soccer, cricket, baseball, basketball, nba, nfl, wnba, tournament, league, striker, coach, goal, championship, olympic, olympics, footballer, transfer window, midfielder, quarterback, union, unions, walkout, strikers, wage, wages, pay dispute, railway workers, picket, debt swap, currency swap, interest rate, shares, stock, stocks, investors, bondholders, patent, patents, spacex, satellites, starlink, rocket lab, falcon, nasa, liftoff, orbit, earthquake, flood, floods, hurricane, wildfire, tornado, landslide, cyclone, tsunami, avalanche, fire broke out, fire breaks out, house fire, apartment fire, car crash, road accident, bus crash, train crash, plane crash, derailed, stabbing, robbery, burglary, gang, cartel, drug, drugs, cocaine, murder trial, school shooting, mass shooting, shooting spree, nightclub shooting, sentenced, convicted, jury, courtroom, judge, trial, prosecutors, anniversary, commemorated, commemorates, centenary, memorial day, on this day, in history, exercise, exercises, war games, manoeuvres, maneuvers, drills, training exercise, test-fired, test-fires, test-fire, test launch, drone show, drones used in a display, fireworks, light show, gop, lawmakers, republican, democrat, house of representatives, protests, rally, strike action, doctors' strike, teachers' strike, nurses strike, actors, hollywood, video game, gamers, gaming, console, hunger strike, lightning strike, nuclear plant workers, sci-fi, outage map, storm, blizzard, heatwave, video games, simulator, d-day, veterans gathered, war graves, hockey, puck, volleyball, innings, wickets, rugby, touchdown, playoff, penalty kick, penalties, equaliser, asset swap, assets, corner kicks, fans, gas leak, gas explosion, gas blast, household gas, gas cylinder, helicopter crash, helicopter crashed, passenger plane, mine collapse, riverboat, kidnapped by indigenous, criminals, early release, parole, prison inmates, inmates freed, lists of nuclear, amazon tribe, riot, stampede, factory fire, ferry, capsized, shark, wolves, crash, crashes, collision, driver, motorist, boxer, bar fire, nightclub fire, hotel fire, apartment blaze, obituary, murder suspect, suspicion of murder, murder investigation, fire at, blaze, inferno, meet the press, narcos, inflation, demonstrations, riots, stock futures, oil blockade, artist, tennis, letters, strike a deal, strikes a deal, struck a deal, strike deal, struck a tone, strikes a tone, defiant tone, conciliatory tone, arrested on suspicion, stabbed, fares, premiums, subsidies, box-office, childhood, memoir, dating, bear, quake, aftershock, ammonium nitrate, port explosion",
  past: "world war ii, world war, second world war, first world war, in 1941, in 1944, in 1973, cold war, 1990s, 9/11, vietnam war, six-day war, yom kippur war, civil war of, holocaust, wwii, chechen war, holodomor",
  airStrike:
    "airstrikes on, airstrike on, air strikes on, air strike on, strikes on, strike on, attacks on ukraine, attack on ukraine, drone attack on, drone attacks on, missile attack on, missile attacks on, drone strike on, drone strikes on, missile strike on, missile strikes on, airstrike, airstrikes, air strike, air strikes, missile strike, missile strikes, drone strike, drone strikes, drone attack, drone attacks, missile attack, missile attacks, rocket attack, rocket attacks, air raid, air raids, aerial attack, aerial attacks, aerial assault, shelling, shellings, bombardment, bombardments, bombing of, artillery fire, artillery strike, artillery strikes, artillery attack, barrage, barrages, drone and missile attack, missile and drone attack, drone and missile strikes, missile and drone strikes, air attack, air attacks, air assault, rocket fire, mortar fire, mortar attack, russian strike, russian strikes, ukrainian strike, ukrainian strikes, israeli strike, israeli strikes, us strike, us strikes, u.s. strikes, u.s. strike, american strikes, iranian strikes, saudi strikes, rocket strike, rocket strikes, warplanes, fighter jets, gunships, army helicopters, naval drone attack, overnight attack, overnight attacks, overnight strikes, overnight strike, overnight russian attack, overnight russian attacks, russian overnight attack, russian attack, russian attacks, russian overnight strike, overnight russian strike, kamikaze drones, systems attack, missile volley, military strikes, deadly strike, deadly strikes, massive strike, massive attack, missile barrage, missile barrages, drone barrage, drone barrages",
  strikes:
    "launched, launches, launching, fired, fires, firing, struck, strikes, hit, hits, hitting, striking, attacked, attacks, attack, attacking, targeted, targets, targeting, pounded, pounds, pounding, unleashed, unleashes, carried out, carries out, conducted, dropped, drops, rained, rains, downed, downs, shot down, shoots down, shooting down, intercepted, intercepts, brought down, slammed into, slam into, slams into, crashed into, exploded, explode, explodes, exploding, rocked, under attack, came under, fell on, landed in, bombarded, bombards, raided, rattled, retaliated, retaliates, hammered, hammers, battered, batters, swarmed, swarms, hurled, rain down, rains down, rained down, raining down, rain on, rains on, land in, lands in, lands on, land on, land near, lands near, landed near, fall on, falls on, fell near, swarm, pummel, pummels, pummeled, pummelled, blitz, blitzes, smashes into, smashed into, ploughs into, plows into, tore into, tears through, tore through, rips through, ripped through, blasted, blasts into, lobbed, lobs, lob, opened fire on, opens fire on, opening fire on, flattened, flattens, flattening, levelled, leveled, put out of action, burned to death, burnt to death, came down on, comes down on, come down on, fell in, falls in, fall in, set fire to, came down in, tore apart, rained on, crashed onto, under missile attack, under drone attack, under air attack, under rocket fire, under bombardment, under shelling, under rocket attack, comes under, crashes into, crash into",
  crashes: "",
  harms:
    "blew up, blows up, blowing up, deadly, wound, injure, killed, kills, kill, killing, dead, died, dies, wounded, wounds, wounding, injured, injures, injuring, damaged, damages, damaging, destroyed, destroys, destroying, without power, without electricity, power outages, power outage, trapped, blackout, blackouts, explosions, explosion, blasts, fire, fires, left, leaves, rubble, set ablaze, set fire, hit, hits, struck, rock, rocks, rocked, rocked by, sets ablaze, knocks out, knocked out, plunged into, displaced, at least, took place, began, continued, continues, continue, intensify, intensified, overnight, cuts power, cut power, cuts off power, cutting power, knocks out power, cuts electricity, cut electricity, cuts water, leaves in the dark, outages, have been reported, has been reported, been reported, reported across, reported in, were reported, was reported, plunged, plunge, plunges",
  bombards:
    "resumed strikes, resumes strikes, resumed airstrikes, resumed air strikes, resumes air strikes, resumed bombing, resumes bombing, exchanged artillery fire, exchanged heavy artillery fire, exchange artillery fire, exchange heavy artillery fire, traded artillery fire, intense shelling, heavy shelling, intense bombardment, heavy bombardment, fresh strikes, fresh airstrikes, fresh air strikes, new wave of strikes, wave of strikes, wave of missile strikes, barrage of strikes, shelled, bombed, bombarded, bombards, fire on school, helicopters fire on, helicopters fired on, helicopters shot at, launched strikes, launches strikes, launched airstrikes, launches airstrikes, carried out strikes, carried out airstrikes, carried out air strikes, launched air strikes, launches air strikes, launched military strikes, launches military strikes, launched a strike, launched an airstrike, conducted airstrikes, conducted air strikes, conducted strikes, traded strikes, trade strikes, airstrikes hit, air strikes hit, strikes hit, strikes kill, strikes rock, rocked by explosions, rocked by blasts, struck by missiles, struck by a missile, hit by a missile, hit by missiles, hit by a drone, hit by drones, hit by shelling, rain missiles, rained missiles, ordered strikes, pounds ukraine, pounded ukraine, exchanging attacks, trading attacks, traded attacks, trade attacks, exchanged attacks, exchange attacks, trading strikes, exchanging strikes, exchange strikes, exchanged strikes, exchange missiles, exchanged missiles, exchanging missiles, trading missiles, drones target, missiles target, strikes target, jets target, trading blows from the air",
  bombard:
    "bomb, bombs, bombing, bombed, bombard, bombards, bombarding, bombarded, pound, pounds, pounding, pounded, pummel, pummels, pummeling, pummelling, pummeled, pummelled, shell, shells, shelling, shelled, strafe, strafes, strafing, strafed, blitz, blitzes, blitzed, rocket, rockets",
  fresh:
    "overnight, latest, fresh, new, renewed, deadly, massive, mass, weekend, another, series of, string of, spate of, wave of, waves of, night of, nights of, hours of, day of, days of, morning of",
  feared:
    "tactical nuclear, nuclear strike, nuclear strikes, nuclear attack, first strike, preventative strike, preventive strike, pre-emptive strike, atomic bombs, atomic bomb, planning, plans, plan, brace, braces, braced, bracing, fear, fears, feared, fearing, threat, threats, threaten, threatens, threatened, threatening, warn, warns, warned, warning, warnings, imminent, looming, avert, averts, prevent, prevents, preventing, halt, halts, stop, stops, stopping, end, ending, deter, deters, repel, repels, counter, counters, withstand, protect, protects, protecting, defend, defends, weigh, weighs, weighing, mull, mulls, consider, considers, considering, vow, vows, vowed, plot, plots, risk, risks, prepare, prepares, prepared, preparing, intend, intends, permission, permit, allow, allows, allowing, next, future, against, calls, any, urge, urges, survive, survives, resume, closer to, looking to, to vote, vote on, scale back, scales back, scaling back, pause, pauses, suspend, suspends, likely, more likely, rules for, rules on",
  fightsFor:
    "fighting for, fighting with, fighting alongside, fighting on the side of, fought for, fought with, fought alongside, fought on the side of, served in, serving in, served with, serving with, served alongside, volunteered for, in the ranks of, joined",
  heldBy:
    "held by, captured by, taken prisoner by, taken captive by, captive by, detained by, in the hands of, seized by, jailed by, imprisoned by, sentenced by, sentenced to death by",
  onGround:
    "gunmen, gunman, gunfire, gunned down, gun down, guns down, shot dead, shot and killed, shooting, shootings, shootout, stabbing, stabbings, stabbed, ambush, ambushed, suicide bomber, suicide bombing, suicide attack, suicide bombers, car bomb, roadside bomb, landmine, landmines, mine blast, ramming, clashes, crossfire, at a checkpoint, checkpoint, raid, raids, in raid, troops storm, soldiers storm, commandos, snipers, sniper, executed, executes, executing, execution, executions, beheaded, troops killed, troops kill, soldiers killed, soldiers kill, bus attack, attack on a bus, attack on bus, prison break, embassy, torture, tortured, massacre, massacred, riot, protest, protesters, protests, hacked to death",
  untrue:
    "alive and well, is alive, still alive, faked, fakes, hoax, untrue, debunked, debunks, false claim, false claims, falsely, never happened",
  explains:
    "how, why, what, could, can, will, should, would, explainer, explained, opinion, analysis, poll, survey",
  possible:
    "could, would, may, might, can, capable of, able to, to stop, to prevent, threatens, threatened, threatens to, threatened to, threat of, threats of, fear of, fears of, warns of, warned of, warning of, risk of, prepares, preparing, accused of planning, plot to, plotting, alleged, allegedly, claims of, aimed at, used to, designed to, did not, didn't, possible, potential, to prepare, to draft, to explore, how a, how the",
  supply:
    "supply of, supplies of, supplies, production, produces, producing, manufacture, manufactured, delivery of, deliveries, buy, buys, sell, sells, purchase, order for, shipment, shipments, stockpile, stockpiles, build, builds, develop, developing, test, tests, tested, testing, unveils, showcases, parade",
  exercise:
    "accidentally, accidental, by accident, by mistake, drone show, light show, training exercise, training exercises, test-firing, drills, drill, exercise, exercises, war games, test-fires, test-fired, test-fire, test launch, missile test, missile tests, test of, training flight, parade, simulated, manoeuvres, maneuvers, sea of japan, east sea, toward the sea, towards the sea, towards sea, toward sea, north korea fires, north korea fired, north korea launches, north korea tests, north korean missile, north fires, into waters off, into waters, into the sea, off its east coast, anniversary, film, documentary, movie, cyberattack, cyberattacks, cyber attack, cyber attacks, cyber-attack, cyber-attacks, hackers, hacker, hacking, ransomware, malware, ddos",
  longAgo:
    "last month, months ago, years ago, weeks ago, a year ago, last year, a month ago, decades ago, previous month, earlier this year, two weeks ago, last spring, last summer, last autumn, last winter, last fall, in recent weeks, in recent months, since then, recently recaptured, recently captured, in february, years of, months of russian occupation",
  convenes:
    "met, held, holds, hold, spoke, speaks, did speak, spoke by phone, spoke by telephone, spoke on the phone, spoke with, held talks, discussed, discuss, took place, takes place, hosted, hosts, concluded, conclude, ended, ends, wrapped up, sat down, gathered, gather, began, begin, begins, begun, engaged in, taking part in, took part in, takes part in, take part in, kicked off, got under way, got underway, meet, meets, arrives for, arrive for, phoned, lasted, continued, resumed, resume, opened, open, underway, under way, is hosting, are hosting, is holding, are holding, are meeting, is meeting, hosting, visits, visited, visiting, speak by phone, speaks by phone, speak on the phone, talk by phone, in town for, sit down, sits down, opens, phones, during a phone call with, during a call with, during a telephone call with, during a video call with, during a phone conversation with, during a telephone conversation with, during a conversation with, in a phone call with, in a call with, in a telephone call with, in a video call with, in a phone conversation with, in a telephone conversation with, in a conversation with",
  collapses:
    "end of, an end to, ending, collapsed, collapses, broke down, breaks down, unravels, unravelled, shattered, ended, ends, expired, expires, is over, was over, are over, fell apart, falls apart, called off, resumed fighting, short-lived, short lived, in tatters, crumbles, crumbled, unraveling, unravelling, shatters, abandons, abandoned, pulls out of, pulled out of, no longer bound by, no longer considers itself bound by, no longer considered itself bound by, no longer consider themselves bound by, no longer considered themselves bound by, withdraws from, withdrew from, walks out of, walked out of",
  withholds:
    "stop, stopped, halt, halted, halts, pause, paused, pauses, suspend, suspended, freeze, frozen, block, blocked, blocks, withhold, withheld, cut, cuts, ask, asks, asked, asking, needs, need, request, requested, requests, plea, pleads, running out, demand, demanded, demands, warned, warns, accuses, accused, opposes, criticized, criticised, sell, sells, urge, urged, urges, urging, appealed, appeals, calls for, calling for, called for, call for, plea for",
  warHostage:
    "palestinian prisoners, palestinian detainees, jailed in israel, jailed by israel, held in israel, held in israeli, imprisoned in israel, held without charge",
  warCaptive:
    "in exchanges, exchanges have brought, through exchanges, war detainees, hostages are still, hostages still, hostages remain, remaining hostages, more hostages, hostages in gaza, living hostages, ukrainian captivity, prisoners of war, prisoner of war, prisoner-of-war, pow, pows, war prisoners, in captivity, from captivity, russian captivity, captured soldiers, captive soldiers, azovstal, captured in ukraine, held by hamas, gaza hostages, israeli hostages, hostages held, abducted soldiers, mariupol defenders, captured fighters, ukrainian prisoners, palestinian prisoners, ukrainian soldiers, russian soldiers, captured troops, israeli jails, israeli prisons, israeli jail, israeli prison, israeli detention, ukrainian prisons, passed to the red cross, handed to the red cross, turned over to the red cross, transferred to the red cross, held in gaza, israelis held, captives held, in hamas captivity, in houthi captivity, in rebel captivity",
  jail: "goodwill gesture, american prisoners, amnesty, amnesties, pardon, pardoned, pardons, clemency, political prisoner, political prisoners, convict, convicts, dissident, dissidents, inmate, inmates, parole, early release, wnba, basketball, arms dealer, merchant of death, jailbreak, prison break, embassy, death row, prison population, prison system, prison service, jails, activist, activists, opposition figures, detained americans, jailed americans, wrongfully detained, dual national, dual nationals, espionage, spy, spies, spying, drug charges, oil executives, journalist freed, reporter freed, spy swap, assassin, wagner, penal colonies, recruited, criminals, kidnappers, ransom, pirates, jailed, sentence, sentences, convicted, visa, murderers, rapists, rapist, murderer, freed to fight, griner, brittney griner, viktor bout, prison swap, paul whelan, gershkovich, evan gershkovich",
  aidPackage:
    "security aid, defence aid, defense aid, artillery package, weapons packages, aid packages, aid bill, aid deal, aid fund, military package, support package, trucks with aid, trucks carrying aid, aid ship, aid flights, military aid, aid package, military assistance, assistance package, humanitarian aid, weapons package, arms package, security assistance, defense package, defence package, emergency aid, aid convoy, aid trucks, in aid, billion in aid, in military aid, military support, lethal aid, weapons aid, of aid, aid for ukraine, aid to ukraine, food aid, food aid convoy",
  sends:
    "deploy, deploys, send, sends, sending, sent, to send, provide, provides, provided, providing, deliver, delivers, delivered, supply, supplies, supplied, donate, donates, donated, give, gives, gave, giving, transfer, transferred, pledge, pledges, pledged, hand over, handed over, ship, ships, shipped, get, gets, receive, receives, received, to receive, arrived, arrive, approves, approved, getting",
  negotiation:
    "talks, peace talks, negotiations, negotiate, negotiating, peace negotiations, peace conference, peace summit, negotiating table, truce talks, ceasefire talks, negotiation, dialogue, sit down with",
  negotiators:
    "negotiators, delegations, negotiating teams, both sides, the two sides, warring sides, warring parties, two delegations, the leaders, the two leaders, both leaders, the two presidents, the presidents, world powers, the two countries, leaders of, presidents of, foreign ministers of, prime ministers of, defence ministers of, defense ministers of, delegations of, envoys of, delegations from, envoys from, negotiators from, negotiators of, military chiefs of, security chiefs of",
  otherAffairs:
    "nuclear treaty, new start, arms control, arms treaty, price cap, oil cap, trade deal, trade talks, trade agreement, accession, membership, grain deal, grain exports, gas talks, gas deal, budget, loan, imf, tariffs, visa, visas, contract, factory, plant, minerals deal, to buy, to sell, production, joint venture, on sending, on supplying",
  agreesTo:
    "voted to approve, votes to approve, signed off on, approved, approves, ratified, endorsed, agreed, agree, agrees, committed themselves, commit themselves, commits itself, committed itself, agreed to observe, accepted, accepts, signed, sign, signs, reached, sealed, announced a ceasefire, announces ceasefire, announced ceasefire, announces a ceasefire, declares, declared, brokered, strike, struck, clinch, clinched, commits to, committed to, accept, accepting, ready to observe, agreeing to, reach, reaches",
  capable:
    "armed with, equipped with, capable of, can carry, able to carry, could carry, can launch, can fire, could fire, could launch, ability to",
  arrives:
    "came ashore, were unloaded, was unloaded, arrived, arrive, arrives, entered, reached, delivered to, been delivered, been sent, enter, enters, rolled in, rolled into, rolls in, roll into, flows into, flow into, flowed into, reaches, reach, unloaded, unloads, received, receives, delivers, delivered, handed over, airdropped, airdrops, dropped into",
  bulletin:
    "briefing, daily briefing, bulletin, operational update, situation report, daily summary, evening summary, morning report, operational information",
};
