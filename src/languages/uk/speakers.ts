import type { SpeakerNoun } from "../language.ts";

/** Offices and bodies that speak without a name. */
export const speakers: readonly SpeakerNoun[] = [
  {
    forms:
      "міноборони, міністерств* оборони, оборонн* відомств*, військов* відомств*, відомство, відомстві, відомства",
    name: "% Ministry of Defence",
  },
  { forms: "мзс, міністерств* закордонних справ", name: "% Ministry of Foreign Affairs" },
  { forms: "моз, міністерств* охорони здоров'я", name: "% Ministry of Health", local: true },
  {
    forms: "мвс, міністерств* внутрішніх справ, міністра внутрішніх справ, міністр внутрішніх справ",
    name: "% Ministry of Internal Affairs",
  },
  {
    forms:
      "повітряні сили, повітряних сил, повітряних силах, повітряними силами, повітряним силам, повітряне командування, повітряного командування, повітряному командуванні, повітряним командуванням",
    name: "% Air Force",
  },
  { forms: "генштаб*, генеральн* штаб*", name: "General Staff of %" },
  {
    forms:
      'оперативн* командуванн*, ок " південь ", ок " північ ", ок " захід ", ок " схід ", ок південь, ок північ, ок захід, ок схід',
    name: "Operational Command",
    party: "UA",
  },
  {
    forms:
      "збройні сили, збройних сил, збройних силах, армія, армії, військові, сили оборони, силах оборони, військових",
    name: "% army",
  },
  { forms: "вмс, військово-морські сили, військово-морських сил, військово-морських силах", name: "% Navy" },
  {
    forms:
      "дснс, рятувальники, рятувальників, державн* служб* з надзвичайних ситуацій, екстрені служби, екстрених служб, екстрених службах, цивільн* оборон*, служба порятунку, служби порятунку",
    name: "State Emergency Service of %",
    local: true,
  },
  {
    forms:
      "прокуратур*, генпрокуратур*, прокурори, прокурорів, слідство, слідства, слідчі, слідчих, офіс* генпрокурора, офіс* генерального прокурора",
    name: "% prosecutors",
    local: true,
  },
  {
    forms:
      "ова, обласн* військов* адміністраці*, начальник* ова, голов* ова, облрад*, міськ* військов* адміністраці*, військов* адміністраці*, кмва, мва, рва, зова, одва, районн* військов* адміністраці*",
    name: "regional military administration",
    local: true,
  },
  {
    forms: "губернатор*, глав* регіону, глава регіону, голов* області, очільник* області, очільник* регіону",
    name: "% governor",
    local: true,
  },
  { forms: "мер, мера, мером, міськ* голов*, мерія, мерії, міськрад*", name: "Mayor", local: true },
  {
    forms: "гур, гур мо, головн* управлінн* розвідки, розвідка, розвідки, розвідці",
    name: "% military intelligence",
  },
  {
    forms: "координаційн* штаб*",
    name: "Coordination Headquarters for the Treatment of Prisoners of War",
  },
  { forms: "поліція, поліції, поліцією, нацполіція, нацполіції", name: "% police", local: true },
  {
    forms: "постпред*, постійн* представник*",
    name: "% representative",
  },
  {
    forms: "президент, президента, президентом",
    name: "% President",
  },
  {
    forms: "прем'єр-міністр, прем'єр-міністра, прем'єр",
    name: "% Prime Minister",
  },
  {
    forms: "міністр, міністра",
    name: "% minister",
  },
  {
    forms: "речник, речника, речниця, речниці",
    name: "% spokesperson",
  },
  {
    forms: "омбудсман, омбудсмана, омбудсмен, омбудсмена, уповноважений",
    name: "% ombudsman",
  },
  {
    forms: "головнокомандувач",
    name: "Commander-in-Chief",
  },
  {
    forms: "кремль, кремлі",
    name: "Kremlin",
    party: "RU",
  },
  {
    forms: "держдеп, держсекретар",
    name: "US Department of State",
    party: "US",
  },
  {
    forms: "пентагон, пентагоні",
    name: "Pentagon",
    party: "US",
  },
  {
    forms: "канцлер",
    name: "% Chancellor",
  },
  {
    forms: "укренерго, обленерго, дтек, енергетики, міненерго",
    name: "power company",
    local: true,
  },
  {
    forms: "укрзалізниця",
    name: "railway company",
    local: true,
  },
  {
    forms: "міністерство, міністерстві",
    name: "% ministry",
    local: true,
  },
  {
    forms: "уряд, уряді, уряду",
    name: "% government",
    local: true,
  },
  {
    forms: "лікарня, лікарні",
    name: "% hospitals",
    local: true,
  },
  {
    forms: "медики, медиків",
    name: "% medics",
    local: true,
  },
  {
    forms: "очевидці, очевидців",
    name: "% witnesses",
    local: true,
  },
  {
    forms: "місцеві жителі",
    name: "% residents",
    local: true,
  },
  {
    forms: "штаб",
    name: "% headquarters",
    local: true,
  },
  {
    forms: "влада, влади, владі, посадовці, посадовців, чиновники, місцева влада",
    name: "% officials",
    local: true,
  },
  {
    forms:
      "ексміністр, ексміністра, ексміністром, ексміністри, екс-міністр, екс-міністра, екс-міністром, ексголова, ексголови, ексглава, експосадовець, колишній чиновник, колишній посадовець",
    name: "former official",
    neutral: true,
  },
  {
    forms: "оон, генсек оон, моніторингова місія, моніторингової місії",
    name: "United Nations",
    neutral: true,
  },
  {
    forms: "єс, євросоюз, євросоюзі",
    name: "European Union",
    neutral: true,
  },
  {
    forms: "нато",
    name: "NATO",
    neutral: true,
  },
  {
    forms: "мкчх, мвкк, червоний хрест, червоного хреста",
    name: "Red Cross",
    neutral: true,
  },
  {
    forms: "воз",
    name: "World Health Organization",
    neutral: true,
  },
  {
    forms: "юнісеф",
    name: "UNICEF",
    neutral: true,
  },
  {
    forms:
      "isw, інститут вивчення війни, інституту вивчення війни, аналітики, аналітиків, експерти, експертів",
    name: "analysts",
    neutral: true,
  },
  {
    forms: "правозахисники, правозахисників, amnesty",
    name: "human rights groups",
    neutral: true,
  },
  {
    forms: "спостерігачі, спостерігачів",
    name: "rights monitors",
    neutral: true,
  },
  {
    forms: "журналісти",
    name: "media reports",
    neutral: true,
  },
];
