import { ApiFault, FormCheck, faultOf } from "./fault.ts";
import { objectOf, objectsOf, textOf, type Json } from "./forms.ts";

/** interactions/application-commands, naming. */
const namePattern = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
/** reference, locales. */
const locales = new Set(
  "id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko".split(
    " ",
  ),
);
const optionTypes = { subcommand: 1, group: 2, string: 3, integer: 4, number: 10 };

type Path = readonly (string | number)[];

/** How many of each type an application may have (interactions/application-commands, registering). */
const maxOfType: Readonly<Record<number, number>> = { 1: 100, 2: 15, 3: 15 };

/**
 * Checks a bulk overwrite by the documented limits. `installations`: the kinds that the application has. Throws 50035 with its
 * tree, or 30032.
 */
export function checkCommands(value: unknown, installations: readonly number[] = [0, 1]): Json[] {
  if (!Array.isArray(value)) throw new ApiFault(400, 50_035, "Invalid Form Body");
  const commands = objectsOf(value);
  const check = new FormCheck();
  const names = new Set<string>();
  for (const [index, command] of commands.entries()) {
    checkCommand(check, command, { path: [index], installations });
    const key = `${String(command["type"] ?? 1)} ${textOf(command["name"])}`;
    if (names.has(key))
      check.add(
        [index, "name"],
        "APPLICATION_COMMANDS_DUPLICATE_NAME",
        "Application command names must be unique",
      );
    names.add(key);
  }
  for (const index of repeatedLocally(commands))
    check.add(
      [index, "name_localizations"],
      "APPLICATION_COMMANDS_DUPLICATE_NAME",
      "Application command names must be unique",
    );
  check.done();
  for (const [type, max] of Object.entries(maxOfType)) {
    if (commands.filter((command) => String(command["type"] ?? 1) === type).length > max)
      throw faultOf(30_032);
  }
  return commands;
}

function checkCommand(
  check: FormCheck,
  command: Json,
  { path, installations }: { readonly path: Path; readonly installations: readonly number[] },
): void {
  const type = Number(command["type"] ?? 1);
  if (type === 1) {
    checkName(check, command, path);
    checkDescription(check, command, path);
    checkOptions(check, command["options"], { path: [...path, "options"], depth: 0 });
  } else checkMenu(check, command, path);
  checkPermissions(check, command, path);
  checkEnums(check, command, { path, installations });
  if (sizeOf(command) > 8_000)
    check.add(path, "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (8000)");
}

/** Commands of a menu: a name in any letters with spaces, no description, no options. */
function checkMenu(check: FormCheck, command: Json, path: Path): void {
  if (!(Number(command["type"]) in maxOfType))
    check.add([...path, "type"], "BASE_TYPE_CHOICES", "Unknown command type.");
  const one = (name: unknown, at: Path): void => check.text(at, name, [1, 32]);
  one(command["name"], [...path, "name"]);
  checkLocalized(check, command["name_localizations"], { path: [...path, "name_localizations"], one });
  if (textOf(command["description"]) !== "")
    check.add([...path, "description"], "APPLICATION_COMMAND_INVALID_DESCRIPTION", "Must be empty.");
  if (objectsOf(command["options"]).length > 0)
    check.add([...path, "options"], "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Menus have no options.");
}

function checkName(check: FormCheck, thing: Json, path: Path): void {
  const one = (name: unknown, at: Path): void => {
    const text = textOf(name);
    if (!namePattern.test(text) || text !== text.toLowerCase())
      check.add(at, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
  };
  one(thing["name"], [...path, "name"]);
  checkLocalized(check, thing["name_localizations"], { path: [...path, "name_localizations"], one });
}

function checkDescription(check: FormCheck, thing: Json, path: Path): void {
  const one = (text: unknown, at: Path): void => check.text(at, text, [1, 100]);
  one(thing["description"], [...path, "description"]);
  checkLocalized(check, thing["description_localizations"], {
    path: [...path, "description_localizations"],
    one,
  });
}

function checkLocalized(
  check: FormCheck,
  value: unknown,
  how: { readonly path: Path; readonly one: (text: unknown, at: Path) => void },
): void {
  for (const [locale, text] of Object.entries(objectOf(value) ?? {})) {
    if (!locales.has(locale)) check.add([...how.path, locale], "BASE_TYPE_CHOICES", "Not a known locale.");
    how.one(text, [...how.path, locale]);
  }
}

function checkPermissions(check: FormCheck, command: Json, path: Path): void {
  const permissions = command["default_member_permissions"];
  if (permissions === undefined || permissions === null) return;
  if (typeof permissions !== "string" || !/^\d+$/.test(permissions))
    check.add(
      [...path, "default_member_permissions"],
      "PERMISSIONS_TYPE",
      "Must be a permission set as text.",
    );
}

function checkEnums(
  check: FormCheck,
  command: Json,
  { path, installations }: { readonly path: Path; readonly installations: readonly number[] },
): void {
  const within = (field: string, known: readonly number[]): void => {
    const values = command[field];
    if (values === undefined || values === null) return;
    if (!Array.isArray(values) || values.some((value) => !known.includes(Number(value))))
      check.add([...path, field], "BASE_TYPE_CHOICES", `Values must be among ${known.join(", ")}.`);
  };
  within("contexts", [0, 1, 2]);
  within("integration_types", installations);
}

function checkOptions(
  check: FormCheck,
  value: unknown,
  place: { readonly path: Path; readonly depth: number },
): void {
  const options = objectsOf(value);
  if (options.length > 25) check.add(place.path, "BASE_TYPE_BAD_LENGTH", "Must be 25 or fewer in length.");
  const nested = options.filter((option) => Number(option["type"]) <= optionTypes.group);
  if (nested.length > 0 && nested.length < options.length)
    check.add(
      place.path,
      "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
      "Subcommands and options cannot be mixed",
    );
  for (const index of repeatedLocally(options))
    check.add(
      [...place.path, index, "name_localizations"],
      "APPLICATION_COMMAND_OPTIONS_NAME_INVALID",
      "Option names must be unique",
    );
  let isOptionalSeen = false;
  const names = new Set<string>();
  for (const [index, option] of options.entries()) {
    const path = [...place.path, index];
    checkOption(check, option, { path, depth: place.depth });
    if (names.has(textOf(option["name"])))
      check.add([...path, "name"], "APPLICATION_COMMAND_OPTIONS_NAME_INVALID", "Option names must be unique");
    names.add(textOf(option["name"]));
    const isRequired = option["required"] === true;
    if (isRequired && isOptionalSeen)
      check.add(
        [...path, "required"],
        "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
        "Required options must be placed before non-required options",
      );
    isOptionalSeen ||= !isRequired;
  }
}

function checkOption(
  check: FormCheck,
  option: Json,
  place: { readonly path: Path; readonly depth: number },
): void {
  const type = Number(option["type"]);
  checkName(check, option, place.path);
  checkDescription(check, option, place.path);
  if (!(type >= 1 && type <= 11))
    check.add([...place.path, "type"], "BASE_TYPE_CHOICES", "Unknown option type.");
  const isNested = type === optionTypes.subcommand || type === optionTypes.group;
  // A group holds subcommands, a subcommand holds options; nothing else nests.
  if (isNested && (place.depth > 1 || (type === optionTypes.group && place.depth > 0)))
    check.add(
      [...place.path, "type"],
      "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
      "Nesting is not allowed here",
    );
  if (isNested)
    return checkOptions(check, option["options"], {
      path: [...place.path, "options"],
      depth: type === optionTypes.group ? 1 : 2,
    });
  checkChoices(check, option, place.path);
  checkChannelTypes(check, option, place.path);
  if (option["autocomplete"] === true && ![3, 4, 10].includes(type))
    check.add([...place.path, "autocomplete"], "BASE_TYPE_CHOICES", "Not for this type of option.");
}

function checkChannelTypes(check: FormCheck, option: Json, path: Path): void {
  const types = option["channel_types"];
  if (types === undefined || types === null) return;
  const known = [0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15, 16];
  if (option["type"] !== 7 || !Array.isArray(types) || types.some((type) => !known.includes(Number(type))))
    check.add([...path, "channel_types"], "BASE_TYPE_CHOICES", "Channel types of a channel option only.");
}

function checkChoices(check: FormCheck, option: Json, path: Path): void {
  const choices = objectsOf(option["choices"]);
  if (choices.length > 25)
    check.add([...path, "choices"], "BASE_TYPE_BAD_LENGTH", "Must be 25 or fewer in length.");
  if (choices.length > 0 && option["autocomplete"] === true)
    check.add(
      [...path, "autocomplete"],
      "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID",
      "Choices and autocomplete exclude each other",
    );
  for (const [index, choice] of choices.entries()) {
    const at = [...path, "choices", index];
    check.text([...at, "name"], choice["name"], [1, 100]);
    if (option["type"] === optionTypes.string) check.text([...at, "value"], choice["value"], [1, 100]);
    checkLocalized(check, choice["name_localizations"], {
      path: [...at, "name_localizations"],
      one: (text, where) => check.text(where, text, [1, 100]),
    });
  }
}

/** Indexes of those whose name in some language a neighbour before them has. */
function repeatedLocally(things: readonly Json[]): number[] {
  const seen = new Set<string>();
  return [...things.entries()].flatMap(([index, thing]) => {
    const keys = Object.entries(objectOf(thing["name_localizations"]) ?? {}).map(
      ([locale, name]) => `${locale} ${textOf(name)}`,
    );
    const isRepeated = keys.some((key) => seen.has(key));
    for (const key of keys) seen.add(key);
    return isRepeated ? [index] : [];
  });
}

/** Names, descriptions and values together, the longest localization of each counting. */
function sizeOf(thing: Json): number {
  const longest = (text: unknown, localized: unknown): number =>
    Math.max(
      textOf(text).length,
      ...Object.values(objectOf(localized) ?? {}).map((words) => textOf(words).length),
    );
  const own =
    longest(thing["name"], thing["name_localizations"]) +
    longest(thing["description"], thing["description_localizations"]) +
    textOf(thing["value"]).length;
  const inner = [...objectsOf(thing["options"]), ...objectsOf(thing["choices"])];
  return inner.reduce((sum, one) => sum + sizeOf(one), own);
}
