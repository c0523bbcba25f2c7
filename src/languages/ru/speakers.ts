import type { SpeakerNoun } from "../language.ts";

/** Offices and bodies that speak without a name. */
export const speakers: readonly SpeakerNoun[] = [
  {
    forms:
      "минобороны, министерств* обороны, оборонн* ведомств*, военн* ведомств*, ведомство, ведомстве, ведомства",
    name: "% Ministry of Defence",
  },
  {
    forms: "мид, мида, миде, мидом, министерств* иностранных дел, внешнеполитическ* ведомств*",
    name: "% Ministry of Foreign Affairs",
  },
  { forms: "минздрав*, министерств* здравоохранения", name: "% Ministry of Health", local: true },
  { forms: "мвд, министерств* внутренних дел", name: "% Ministry of Internal Affairs" },
  {
    forms: "воздушные силы, воздушных сил, воздушных силах, воздушным силам, воздушными силами, ввс",
    name: "% Air Force",
  },
  { forms: "генштаб*, генеральн* штаб*", name: "General Staff of %" },
  { forms: "оперативн* командовани*", name: "Operational Command", party: "UA" },
  {
    forms: "центр* по примирению враждующих сторон, центр* по примирению, центр* примирения",
    name: "Russian Reconciliation Centre",
    party: "RU",
  },
  {
    forms:
      "вооруженные силы, вооруженных сил, вооруженных силах, армия, армии, армией, военные, силы обороны, сил обороны, силах обороны, пресс-служба армии",
    name: "% army",
  },
  { forms: "вмс, вмф, военно-морские силы, военно-морских сил, военно-морских силах", name: "% Navy" },
  {
    forms:
      "мчс, гсчс, спасатели, спасателей, спасателям, экстренные службы, экстренных службах, экстренных служб, оперативные службы, оперативных службах, оперативных служб, служба спасения, службы спасения, службе спасения, гражданская оборона, гражданской обороны, гражданской обороне, службы скорой помощи, скорая помощь",
    name: "% emergency services",
    local: true,
  },
  {
    forms:
      "прокуратур*, облпрокуратур*, областн* прокуратур*, генпрокуратур*, прокуроры, прокуроров, следствие, следствия, следователи, следователей, офис* генпрокурора, офис* генерального прокурора",
    name: "% prosecutors",
    local: true,
  },
  {
    forms:
      "ова, областн* военн* администраци*, глав* ова, начальник* ова, глав* администрации, обладминистраци*, военн* администраци*, городск* военн* администраци*, гва, мва, облгосадминистраци*",
    name: "regional military administration",
    local: true,
  },
  {
    forms:
      "губернатор*, врио губернатора, временно исполняющ* обязанности губернатора, глав* дагестана, глав* чечни, глав* ингушетии, глав* крыма, глав* башкортостана, глав* башкирии, глав* татарстана, глав* удмуртии, глав* мордовии, глав* чувашии, глав* адыгеи, глав* северной осетии, глав* региона, глав* республики, глав* днр, глав* лнр, глав* области, правительств* региона, правительств* области",
    name: "% governor",
    local: true,
  },
  {
    forms:
      "мэр, мэра, мэром, мэру, мэрия, мэрии, городск* голов*, глав* города, глав* округа, глав* городского округа, глав* района",
    name: "Mayor",
    local: true,
  },
  {
    forms: "разведка, разведки, разведке, служба безопасности, службы безопасности, службе безопасности",
    name: "% military intelligence",
  },
  {
    forms: "координационн* штаб*",
    name: "Coordination Headquarters for the Treatment of Prisoners of War",
  },
  { forms: "полиция, полиции, полицией, нацполиция, нацполиции", name: "% police", local: true },
  {
    forms: "постпред*, постоянн* представител*",
    name: "% representative",
  },
  {
    forms: "президент, президента, президентом",
    name: "% President",
  },
  {
    forms: "премьер-министр, премьер-министра, премьер",
    name: "% Prime Minister",
  },
  {
    forms: "министр, министра",
    name: "% minister",
  },
  {
    forms: "представитель, официальный представитель, пресс-секретарь, пресс-секретаря",
    name: "% spokesperson",
  },
  {
    forms: "омбудсмен, омбудсмена, уполномоченный, уполномоченная",
    name: "% ombudsman",
  },
  {
    forms: "кремль, кремле",
    name: "Kremlin",
    party: "RU",
  },
  {
    forms: "спикер",
    name: "% parliament speaker",
  },
  {
    forms: "госдеп, госсекретарь",
    name: "US Department of State",
    party: "US",
  },
  {
    forms: "пентагон, пентагоне",
    name: "Pentagon",
    party: "US",
  },
  {
    forms: "канцлер",
    name: "% Chancellor",
  },
  {
    forms: "укрэнерго, дтэк, облэнерго, минэнерго",
    name: "power company",
    local: true,
  },
  {
    forms: "министерство, министерстве",
    name: "% ministry",
    local: true,
  },
  {
    forms: "правительство, правительстве, правительства",
    name: "% government",
    local: true,
  },
  {
    forms: "больница, больнице",
    name: "% hospitals",
    local: true,
  },
  {
    forms: "медики, медиков",
    name: "% medics",
    local: true,
  },
  {
    forms: "очевидцы, очевидцев",
    name: "% witnesses",
    local: true,
  },
  {
    forms: "местные жители",
    name: "% residents",
    local: true,
  },
  {
    forms: "оперштаб, оперштабе, оперштаба",
    name: "% headquarters",
    local: true,
  },
  {
    forms: "администрация, администрации",
    name: "% administration",
    local: true,
  },
  {
    forms: "власти, властях, властей, чиновники, местные власти, местных властей",
    name: "% officials",
    local: true,
  },
  {
    forms: "экс-министр, экс-министра, экс-министром, экс-глава, экс-главы, экс-чиновник, бывший чиновник",
    name: "former official",
    neutral: true,
  },
  {
    forms: "оон",
    name: "United Nations",
    neutral: true,
  },
  {
    forms: "ес, евросоюз, евросоюзе",
    name: "European Union",
    neutral: true,
  },
  {
    forms: "нато",
    name: "NATO",
    neutral: true,
  },
  {
    forms: "мккк, красный крест, красного креста",
    name: "Red Cross",
    neutral: true,
  },
  {
    forms: "воз",
    name: "World Health Organization",
    neutral: true,
  },
  {
    forms: "юнисеф",
    name: "UNICEF",
    neutral: true,
  },
  {
    forms: "международной организации по миграции",
    name: "International Organization for Migration",
    neutral: true,
  },
  {
    forms: "isw, институт изучения войны, института изучения войны, аналитики, аналитиков, эксперты",
    name: "analysts",
    neutral: true,
  },
  {
    forms: "правозащитники, правозащитников",
    name: "human rights groups",
    neutral: true,
  },
  {
    forms: "наблюдатели, наблюдателей",
    name: "rights monitors",
    neutral: true,
  },
  {
    forms: "сми, журналисты, би-би-си, медиазона",
    name: "media reports",
    neutral: true,
  },
];
