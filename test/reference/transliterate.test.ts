import { describe, expect, it } from "vitest";
import { transliterate } from "../../src/reference/transliterate.ts";

/** The examples of the table in resolution 55 of the Cabinet of Ministers of Ukraine, 27 January 2010. */
const resolution55 =
  `Алушта Alushta, Андрій Andrii, Борщагівка Borshchahivka, Борисенко Borysenko, Вінниця Vinnytsia,
Володимир Volodymyr, Гадяч Hadiach, Богдан Bohdan, Згурський Zghurskyi, Ґалаґан Galagan, Ґорґани Gorgany, Донецьк Donetsk,
Дмитро Dmytro, Рівне Rivne, Олег Oleh, Есмань Esman, Єнакієве Yenakiieve, Гаєвич Haievych, Короп'є Koropie, Житомир Zhytomyr,
Жанна Zhanna, Жежелів Zhezheliv, Закарпаття Zakarpattia, Казимирчук Kazymyrchuk, Медвин Medvyn, Михайленко Mykhailenko,
Іванків Ivankiv, Іващенко Ivashchenko, Їжакевич Yizhakevych, Кадиївка Kadyivka, Мар'їне Marine, Йосипівка Yosypivka,
Стрий Stryi, Олексій Oleksii, Київ Kyiv, Коваленко Kovalenko, Лебедин Lebedyn, Леонід Leonid, Миколаїв Mykolaiv,
Маринич Marynych, Ніжин Nizhyn, Наталія Nataliia, Одеса Odesa, Онищенко Onyshchenko, Полтава Poltava, Петро Petro,
Решетилівка Reshetylivka, Рибчинський Rybchynskyi, Суми Sumy, Соломія Solomiia, Тернопіль Ternopil, Троць Trots,
Ужгород Uzhhorod, Уляна Uliana, Фастів Fastiv, Філіпчук Filipchuk, Харків Kharkiv, Христина Khrystyna, Біла Bila, Церква Tserkva,
Стеценко Stetsenko, Чернівці Chernivtsi, Шевченко Shevchenko, Шостка Shostka, Кишеньки Kyshenky, Щербухи Shcherbukhy,
Гоща Hoshcha, Гаращенко Harashchenko, Юрій Yurii, Корюківка Koriukivka, Яготин Yahotyn, Ярошенко Yaroshenko,
Костянтин Kostiantyn, Знам'янка Znamianka, Феодосія Feodosiia`
    .split(/,\s*/u)
    .map((pair) => pair.split(" ") as [string, string]);

describe("Ukrainian names", () => {
  it.each(resolution55)("%s is %s", (name, expected) => {
    expect(transliterate(name, "uk")).toBe(expected);
  });

  it("knows every sign that stands for an apostrophe", () => {
    expect(["Куп'янськ", "Куп’янськ", "Купʼянськ"].map((name) => transliterate(name, "uk"))).toEqual(
      Array.from({ length: 3 }, () => "Kupiansk"),
    );
  });

  it("keeps what is not Cyrillic, and words all in capitals", () => {
    expect(transliterate("ЖК «Мрія», 14", "uk")).toBe("ZHK «Mriia», 14");
  });
});

describe("Russian names", () => {
  it.each([
    ["Белгород", "Belgorod"],
    ["Шебекино", "Shebekino"],
    ["Грайворон", "Grayvoron"],
    ["Ельня", "Yelnya"],
    ["Алексеев", "Alekseyev"],
    ["Воробьёв", "Vorobyov"],
    ["Медведев", "Medvedev"],
    ["Хинштейн", "Khinshteyn"],
    ["Щёлково", "Shchyolkovo"],
    ["Подъезд", "Podyezd"],
    ["Грозный", "Grozny"],
    ["Мединский", "Medinsky"],
    ["Нижний Новгород", "Nizhny Novgorod"],
    ["Цхинвал", "Tskhinval"],
    ["Чита", "Chita"],
    ["Юрий", "Yury"],
    ["Энгельс", "Engels"],
    ["Улан-Удэ", "Ulan-Ude"],
  ])("%s is %s", (name, expected) => {
    expect(transliterate(name, "ru")).toBe(expected);
  });
});
