import type { FormCheck } from "./fault.ts";
import { objectOf, objectsOf, textOf, type Json } from "./forms.ts";

/** Component types (components/reference). */
const types = {
  row: 1,
  button: 2,
  stringSelect: 3,
  section: 9,
  text: 10,
  thumbnail: 11,
  gallery: 12,
  separator: 14,
  container: 17,
};
const selects = new Set([3, 5, 6, 7, 8]);

type Path = readonly (string | number)[];

/** Legacy components: up to five rows of five buttons or one select. */
export function checkComponents(check: FormCheck, value: unknown): void {
  if (value === undefined || value === null) return;
  const rows = objectsOf(value);
  if (rows.length > 5)
    check.add(["components"], "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.");
  const ids = new Set<string>();
  for (const [index, row] of rows.entries()) {
    if (row["type"] !== types.row)
      check.add(
        ["components", index, "type"],
        "UNION_TYPE_CHOICES",
        'Value of field "type" must be one of (1,).',
      );
    else checkRow(check, row, { path: ["components", index], ids });
  }
}

interface Place {
  readonly path: Path;
  /** Custom ids that are taken in the message. */
  readonly ids: Set<string>;
}

function checkRow(check: FormCheck, row: Json, place: Place): void {
  const children = objectsOf(row["components"]);
  const hasSelect = children.some((child) => selects.has(Number(child["type"])));
  if (children.length < 1 || children.length > 5)
    check.add([...place.path, "components"], "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.");
  if (hasSelect && children.length > 1)
    check.add(
      [...place.path, "components"],
      "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
      "The specified component exceeds the maximum width",
    );
  for (const [index, child] of children.entries())
    checkInteractive(check, child, { path: [...place.path, "components", index], ids: place.ids });
}

function checkInteractive(check: FormCheck, child: Json, place: Place): void {
  if (child["type"] === types.button) return checkButton(check, child, place);
  if (!selects.has(Number(child["type"])))
    return check.add(
      [...place.path, "type"],
      "UNION_TYPE_CHOICES",
      'Value of field "type" must be one of (2, 3, 5, 6, 7, 8).',
    );
  checkCustomId(check, child, place);
  check.text([...place.path, "placeholder"], child["placeholder"], [0, 150]);
  if (child["type"] !== types.stringSelect) return;
  const options = objectsOf(child["options"]);
  checkRange(check, child, { path: place.path, count: options.length });
  if (new Set(options.map(({ value }) => value)).size < options.length)
    check.add(
      [...place.path, "options"],
      "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
      "Values must be unique.",
    );
  if (options.length < 1 || options.length > 25)
    check.add([...place.path, "options"], "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 25 in length.");
  for (const [index, option] of options.entries()) {
    check.text([...place.path, "options", index, "label"], option["label"], [1, 100]);
    check.text([...place.path, "options", index, "value"], option["value"], [1, 100]);
  }
}

function checkRange(
  check: FormCheck,
  select: Json,
  { path, count }: { readonly path: Path; readonly count: number },
): void {
  const min = Number(select["min_values"] ?? 1);
  const max = Number(select["max_values"] ?? 1);
  if (!(min >= 0 && min <= 25))
    check.add([...path, "min_values"], "NUMBER_TYPE_MIN", "Must be between 0 and 25.");
  if (!(max >= 1 && max <= 25 && max >= min && max <= Math.max(1, count)))
    check.add([...path, "max_values"], "NUMBER_TYPE_MAX", "Must be between 1 and the number of options.");
  const defaults = objectsOf(select["options"]).filter((option) => option["default"] === true).length;
  if (defaults > max)
    check.add([...path, "options"], "SELECT_COMPONENT_TOO_MANY_DEFAULTS", "More are chosen than may be.");
}

const linkStyle = 5;
const styles = new Set([1, 2, 3, 4, 5]);

function checkButton(check: FormCheck, button: Json, place: Place): void {
  const style = Number(button["style"]);
  if (!styles.has(style))
    return check.add([...place.path, "style"], "BASE_TYPE_CHOICES", "Value must be one of {1, 2, 3, 4, 5}.");
  check.text([...place.path, "label"], button["label"], [objectOf(button["emoji"]) === null ? 1 : 0, 80]);
  if (style === linkStyle) return check.text([...place.path, "url"], button["url"], [1, 512]);
  if (button["url"] !== undefined)
    check.add(place.path, "BUTTON_COMPONENT_INVALID_URL", "A url may only be given for link buttons");
  checkCustomId(check, button, place);
}

function checkCustomId(check: FormCheck, component: Json, place: Place): void {
  const id = component["custom_id"];
  check.text([...place.path, "custom_id"], id, [1, 100]);
  if (place.ids.has(textOf(id)))
    check.add(
      [...place.path, "custom_id"],
      "COMPONENT_CUSTOM_ID_DUPLICATED",
      "Component custom id cannot be duplicated",
    );
  place.ids.add(textOf(id));
}

/** Components V2 (flag 32768): no content or embeds, 40 components in all, about 4,000 characters of text. */
export function checkV2(check: FormCheck, body: Json): void {
  for (const field of ["content", "embeds", "poll", "sticker_ids"]) {
    const value = body[field];
    const isUsed = Array.isArray(value)
      ? value.length > 0
      : value !== undefined && value !== null && value !== "";
    if (isUsed)
      check.add(
        [field],
        "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
        `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
      );
  }
  const totals = { count: 0, text: 0 };
  const ids = new Set<string>();
  for (const [index, component] of objectsOf(body["components"]).entries())
    walkV2(check, component, { path: ["components", index], ids, totals });
  if (totals.count > 40) check.add(["components"], "BASE_TYPE_BAD_LENGTH", "Must be 40 or fewer in length.");
  if (totals.text > 4_000)
    check.add(
      ["components"],
      "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
      "The total displayable text is longer than 4000",
    );
}

interface PlaceV2 extends Place {
  readonly totals: { count: number; text: number };
}

function walkV2(check: FormCheck, component: Json, place: PlaceV2): void {
  place.totals.count += 1;
  const type = Number(component["type"]);
  const children = (field: string): [Json, PlaceV2][] =>
    objectsOf(component[field]).map((child, index) => [
      child,
      { ...place, path: [...place.path, field, index] },
    ]);
  switch (type) {
    case types.row:
      place.totals.count += objectsOf(component["components"]).length;
      return checkRow(check, component, place);
    case types.text:
      check.text([...place.path, "content"], component["content"], [1, 4_000]);
      place.totals.text += [...textOf(component["content"])].length;
      return;
    case types.section:
    case types.container:
      for (const [child, inner] of children("components")) walkV2(check, child, inner);
      return;
    case types.thumbnail:
    case types.gallery:
    case types.separator:
      return;
    default:
      check.add(
        [...place.path, "type"],
        "UNION_TYPE_CHOICES",
        'Value of field "type" is not one of the known types.',
      );
  }
}
