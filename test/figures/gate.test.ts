import { describe, expect, it } from "vitest";
import { readReport } from "../../src/figures/read.ts";
import { parseReportLine } from "../../src/report/parse.ts";

/** Own texts, outlets and people invented: each sounds like a development of a war and is none. */
const unlike: readonly (readonly [lang: string, title: string, text: string])[] = [
  [
    "en",
    "Nurses strike at 40 hospitals",
    "About 2,000 nurses walked out on Monday at 40 hospitals, the union said; a second strike is planned for Friday.",
  ],
  [
    "en",
    "Company offers bondholders a swap",
    "The miner offered on Tuesday to swap 300 million dollars of bonds for shares; creditors rejected the exchange.",
  ],
  [
    "en",
    "Rovers striker scores twice in 4-1 win",
    "The striker hit two goals on Saturday as the visitors' defence was destroyed; 300 away fans were evacuated from the stand.",
  ],
  [
    "en",
    "War film opens with 12 million tickets sold",
    "The film tells of a siege in which 900 soldiers were killed and 200 prisoners exchanged. It opens on Friday.",
  ],
  [
    "en",
    "Court jails five for market bombing",
    "A court in Karachi on Monday sentenced five men to death for a bombing that killed 22 people in 2019, prosecutors said.",
  ],
  [
    "en",
    "Convicts freed to fight",
    "Some 200 convicts were released from a Russian prison colony to fight in Ukraine, relatives say. Recruiters visited three prisons.",
  ],
  [
    "en",
    "Town marks 80 years since raid that killed 593",
    "Residents gathered on Sunday to mark the anniversary of the 1943 air raid in which 593 people were killed and 1,200 homes destroyed.",
  ],
  [
    "en",
    "Police detain 140 at protest in Tbilisi",
    "Police fired water cannon and detained 140 protesters on Monday; 30 officers were injured.",
  ],
  [
    "en",
    "Marines train with 60 drones",
    "Some 400 soldiers took part in a training exercise in Poland on Monday in which 60 drones were launched and 12 shot down.",
  ],
  [
    "en",
    "600 drones light up sky",
    "A show of 600 drones opened the festival in Kyiv on Saturday; two drones fell into the river.",
  ],
  [
    "en",
    "Mine collapse in eastern Congo kills 38",
    "At least 38 people were killed when a mine collapsed in the east of the Democratic Republic of the Congo on Wednesday, officials said.",
  ],
  [
    "en",
    "Earthquake in Afghanistan kills 800",
    "At least 800 people were killed and 2,500 injured when an earthquake hit eastern Afghanistan on Sunday, the Taliban government said.",
  ],
  [
    "en",
    "Gang shooting leaves four dead in Port-au-Prince bar",
    "Four people were killed in a bar, police said.",
  ],
  [
    "en",
    "Gas blast in Kharkiv flats kills three",
    "Three people were killed and 12 evacuated when household gas exploded in a block of flats in Kharkiv on Tuesday, rescuers said.",
  ],
  [
    "en",
    "Bus crash in Lviv region injures 14",
    "Fourteen passengers were injured when a bus hit a lorry near Lviv on Monday, police said.",
  ],
  [
    "en",
    "Plane crash in Russia's Amur region kills 48",
    "All 48 people aboard a passenger plane were killed when it crashed in the Amur region on Thursday, the emergencies ministry said.",
  ],
  [
    "en",
    "Shooting at a school in Kazan",
    "A gunman killed seven children and two teachers at a school in Kazan on Tuesday, Russian officials said.",
  ],
  [
    "en",
    "Ukraine's grain exports rise to 4 million tons",
    "Ukraine exported 4 million tons of grain this month, 300,000 more than in April, the farm ministry said. Ships are to be insured against missiles.",
  ],
  [
    "en",
    "US and Russia swap prisoners in Abu Dhabi",
    "The United States and Russia exchanged one prisoner each in Abu Dhabi on Thursday, a ballerina for a smuggler of electronics.",
  ],
  [
    "en",
    "Belarus frees 14 prisoners",
    "Belarus released 14 political prisoners on Saturday after a visit by a US envoy.",
  ],
  [
    "en",
    "Army tests new missile",
    "The army test-fired a ballistic missile with a range of 1,500 km on Monday; it hit its target in the desert.",
  ],
  [
    "en",
    "Book on the siege of Mariupol",
    "A new book gathers 40 testimonies of survivors of the siege, in which 25,000 people died by the city's estimate.",
  ],
  [
    "uk",
    "Лікарі оголосили страйк",
    "Близько 500 лікарів лікарні в Кракові розпочали в понеділок страйк; профспілка вимагає підвищення зарплат.",
  ],
  ["uk", "Обмін гравцями", "Клуби домовилися про обмін: двоє нападників на захисника і 3 мільйони євро."],
  [
    "uk",
    "Навчання рятувальників: «постраждали» 40 людей",
    "На навчаннях у Полтаві рятувальники відпрацювали ракетний удар по підприємству: умовно загинули 5 і поранено 40 людей, евакуйовано 120.",
  ],
  [
    "uk",
    "На полігоні випробували новий дрон",
    "Українські розробники випробували дрон, який несе 8 боєприпасів; на полігоні він уразив шість мішеней.",
  ],
  [
    "uk",
    "Вшанували пам'ять 51 загиблого",
    "У селі вшанували пам'ять жертв удару 2023 року, коли загинуло 59 людей. До річниці відкрили меморіал.",
  ],
  [
    "uk",
    "Суд засудив водія",
    "Суд засудив водія, який збив трьох військових у Житомирі: один загинув, двоє поранені.",
  ],
  [
    "uk",
    "ДТП на трасі Київ — Одеса: двоє загиблих",
    "Двоє людей загинули й четверо травмовані у зіткненні двох вантажівок, повідомила поліція.",
  ],
  [
    "uk",
    "Вибух газу в Дніпрі",
    "Унаслідок вибуху побутового газу в будинку в Дніпрі загинули дві людини, врятовано п'ятьох.",
  ],
  [
    "uk",
    "Повінь на Закарпатті",
    "Через повінь підтоплено 300 будинків, евакуйовано 120 людей, повідомила ДСНС.",
  ],
  ["uk", "Шоу дронів у Львові", "300 дронів намалювали в небі герб міста; 12 упали через вітер."],
  [
    "uk",
    "Фільм про облогу",
    "У фільмі, що виходить у четвер, 200 захисників тримають завод; у фіналі — обмін 100 полонених.",
  ],
  [
    "uk",
    "На мітинг вийшли 5 тисяч людей",
    "Поліція затримала 120 учасників мітингу в Тбілісі, 15 людей поранено.",
  ],
  [
    "uk",
    "У Києві зібрали 12 мільйонів на дрони",
    "Волонтери зібрали 12 мільйонів гривень на 400 дронів для бригади.",
  ],
  [
    "uk",
    "Роковини бою під Крутами",
    "29 січня 1918 року 300 юнаків стали до бою; загинуло, за різними оцінками, від 70 до 100.",
  ],
  ["ru", "Забастовка докеров", "Около 400 докеров начали в понедельник забастовку в порту Марселя."],
  ["ru", "Обмен акциями", "Банк предложил обменять 200 тысяч акций на облигации; обмен пройдет в пятницу."],
  [
    "ru",
    "Осужденных отправили на фронт",
    "Из колонии в Мордовии освободили 300 осужденных, подписавших контракт, рассказали правозащитники.",
  ],
  [
    "ru",
    "Учения сил ПВО",
    "На учениях в Астраханской области расчеты сбили 20 мишеней, выпустив 24 ракеты; отражен удар 40 дронов.",
  ],
  [
    "ru",
    "Годовщина обмена",
    "Десять лет назад, 26 декабря 2014 года, стороны обменяли 222 пленных на 146. В музее открылась выставка.",
  ],
  [
    "ru",
    "В Омске из-за взрыва газа погибли трое",
    "При взрыве бытового газа в пятиэтажке погибли три человека, 60 эвакуированы, сообщило МЧС.",
  ],
  [
    "ru",
    "ДТП под Ростовом: погибли пятеро",
    "Пять человек погибли, семеро ранены при столкновении автобуса с грузовиком.",
  ],
  [
    "ru",
    "В Казани осудили участников перестрелки",
    "Суд приговорил троих к 12 годам за перестрелку, в которой были убиты двое и ранены пять человек.",
  ],
  ["ru", "Вышел роман о блокаде", "В романе описан обстрел, при котором погибли 43 человека."],
  ["ru", "Шоу дронов в Петербурге", "Над Невой взлетели 1000 дронов, десять упали в реку."],
  [
    "ru",
    "На митинге задержаны 200 человек",
    "Полиция задержала 200 участников акции протеста в Ереване, 10 человек пострадали.",
  ],
  [
    "ru",
    "Землетрясение в Мьянме: 1600 погибших",
    "Не менее 1600 человек погибли, 3400 ранены, сообщила военная хунта.",
  ],
  ["ru", "Игроков обменяли", "«Динамо» и «Спартак» обменялись вратарями; сделка предусматривает доплату."],
  ["ru", "Разбился вертолет", "Вертолет Ми-8 с 22 людьми на борту разбился на Камчатке, погибли все."],
  [
    "ru",
    "Обмен шпионами",
    "Россия и США обменяли в Анкаре 26 заключенных, среди них журналист и двое несовершеннолетних.",
  ],
];

describe("a report that is not about a development of an armed conflict", () => {
  it.each(unlike)("gives nothing: %s, %s", (lang, title, text) => {
    const report = parseReportLine(
      JSON.stringify({
        id: "unlike",
        lang,
        publishedAt: "2025-06-12T12:00:00Z",
        source: { name: "Own", side: null },
        url: "",
        title,
        text,
      }),
    );

    const { figures, events } = readReport(report);

    expect({ figures, events }).toEqual({ figures: [], events: [] });
  });
});
