import { describe, expect, it } from "vitest";
import { readReport } from "../../src/figures/read.ts";
import { parseReportLine } from "../../src/report/parse.ts";

function eventsOf(lang: string, text: string): string[] {
  const report = parseReportLine(
    JSON.stringify({
      id: "event",
      lang,
      publishedAt: "2025-06-14T12:00:00Z",
      source: { name: "Own", side: null },
      url: "",
      title: "",
      text,
    }),
  );
  return readReport(report).events.map((event) => `${event.kind} ${event.stage}`);
}

/** Own texts; what they tell is invented or paraphrased. */
const told: readonly (readonly [lang: string, text: string, event: string])[] = [
  ["en", "Israel's cabinet approved the ceasefire deal with Hamas.", "ceasefire agreed"],
  ["en", "Israel's troops moved into Gaza again, ending the ceasefire with Hamas.", "ceasefire ended"],
  ["en", "Israel resumed strikes on Gaza after Hamas let a deadline pass.", "strike done"],
  ["en", "Rockets fired by Hezbollah wound four in northern Israel.", "strike done"],
  ["en", "Ukraine denied that Russian forces had taken Pokrovsk.", "capture denied"],
  ["en", "The town of Chasiv Yar has fallen to Russian forces in the war in Ukraine.", "capture confirmed"],
  ["en", "The first 30 trucks of aid entered Gaza on Friday under the truce with Israel.", "aid delivered"],
  [
    "en",
    "Delegations from Russia and Ukraine met in Istanbul on Friday for their first direct talks in three years.",
    "talks held",
  ],
  [
    "en",
    "US and Ukrainian officials will meet in Geneva on Sunday to discuss a peace plan for Ukraine, the war's mediators said.",
    "talks scheduled",
  ],
  [
    "en",
    "Israel and Syria have agreed to a ceasefire, the US ambassador said on Friday.",
    "ceasefire agreed",
  ],
  ["en", "A ceasefire between Israel and Hamas took effect on Sunday morning.", "ceasefire started"],
  ["en", "Hamas said it had accepted a proposal for a 60-day truce in Gaza.", "ceasefire agreed"],
  [
    "en",
    "Authorities in the Sumy region ordered the evacuation of 11 villages near the border.",
    "evacuation ordered",
  ],
  [
    "en",
    "A prisoner exchange planned for Saturday has been called off, Ukraine's coordination headquarters said.",
    "exchange cancelled",
  ],
  [
    "en",
    "Colombia's president suspended peace talks with the ELN on Friday after attacks by the rebels.",
    "talks cancelled",
  ],
  [
    "en",
    "The United States placed sanctions on a spokesman of the M23 rebels in Congo on Thursday.",
    "sanctions adopted",
  ],
  ["en", "A pier works again and 492 tonnes of aid came ashore in Gaza on Saturday.", "aid delivered"],
  [
    "en",
    "Sweden is to supply Ukraine with Gripen jets against Russia, its government said.",
    "aid announced",
  ],
  ["en", "M23 rebels seized the eastern city of Goma on Monday.", "capture confirmed"],
  [
    "en",
    "Germany will deliver another Patriot air defence system to Ukraine, the chancellor said.",
    "aid announced",
  ],
  [
    "en",
    "The first F-16 fighter jets have arrived in Ukraine, the president said on Sunday.",
    "aid delivered",
  ],
  ["en", "The EU on Friday adopted its 18th package of sanctions against Russia.", "sanctions adopted"],
  ["en", "Talks between Israel and Hamas in Doha ended without agreement on Friday.", "talks failed"],
  ["en", "Russian missiles struck a block of flats in Kharkiv on Friday, killing two people.", "strike done"],
  ["uk", "На Сумщині оголосили примусову евакуацію з 11 сіл через обстріли.", "evacuation ordered"],
  ["uk", "Росіяни захопили Успенівку на Запоріжжі, повідомив оглядач.", "capture claimed"],
  ["uk", "США передадуть Україні ракети для Patriot на 300 мільйонів доларів.", "aid announced"],
  ["uk", "Росія та Україна домовилися про перемир'я на енергетиці.", "ceasefire agreed"],
  ["uk", "У ніч на 13 червня росіяни вдарили по Одесі, загинула жінка.", "strike done"],
  [
    "ru",
    "Переговоры делегаций России и Украины пройдут в понедельник в Стамбуле, сообщил представитель Кремля.",
    "talks scheduled",
  ],
  ["ru", "Обмен пленными, намеченный на субботу, отложен, сообщили в делегации.", "exchange delayed"],
  ["ru", "Перемирие между Израилем и Ираном вступило в силу 12 июня.", "ceasefire started"],
  ["ru", "Минобороны РФ заявило о взятии под контроль города Торецк.", "capture claimed"],
  ["uk", "Херсон під сильним обстрілом окупантів, є пожежі.", "strike done"],
  ["uk", "Мешканка показала фото після російського удару по житловому будинку в Запоріжжі.", "strike done"],
  ["ru", "Последствия обстрела Киевского района Донецка: повреждены два дома.", "strike done"],
  ["ru", "Девушка пять часов была под завалами после удара по жилому дому в Запорожье.", "strike done"],
  ["uk", "Зі звільненої Херсонщини евакуювали родину з двома дітьми.", "evacuation done"],
  ["ru", "Бойцы эвакуировали людей из села под Бахмутом, сообщили в штабе.", "evacuation done"],
  ["ru", "В больницу Донецка доставлен гуманитарный груз: лекарства и оборудование.", "aid delivered"],
  ["uk", "Шольц пообіцяв надати Україні танки Leopard.", "aid announced"],
  ["ru", "ЕС принял 12-й пакет санкций против России.", "sanctions adopted"],
];

const alluded: readonly (readonly [lang: string, text: string])[] = [
  [
    "en",
    "The war has changed the trade: drones designed to strike at night can carry 20 kg, the maker said.",
  ],
  ["en", "Forces loyal to the former president of Venezuela, captured by US troops, were flown to New York."],
  ["en", "Analysts fear that Russia could launch missile strikes on the grid this winter."],
  ["en", "Ukraine needs more air defence systems and has asked its allies for missiles."],
  ["uk", "Місто відновлює пошкоджену обстрілами мережу, війна триває."],
  ["uk", "Мешканці Нікополя роками живуть під обстрілами, розповів волонтер."],
  ["uk", "Автомобіль миротворців у Карабасі обстріляли зі стрілецької зброї, військові загинули."],
  ["ru", "Переговоры о вступлении Украины в ЕС зашли в тупик, пишут СМИ о войне."],
  ["ru", "Военные эксперты предупреждают: беспилотники могут атаковать порт."],
];

describe("an event", () => {
  it.each(told)("is read where it is told: %s, %s", (lang, text, event) => {
    expect(eventsOf(lang, text)).toEqual([event]);
  });

  it.each(alluded)("is none where it is feared, possible or alluded to: %s, %s", (lang, text) => {
    expect(eventsOf(lang, text)).toEqual([]);
  });
});
