import type { Group } from "../../model/figure.ts";
import type { Measure } from "../../measures.ts";
import type { SideQuestion } from "./actors.ts";
import type { Claim } from "../claim.ts";
import { campOf, hasArmedGroup, opponentOf } from "../profile.ts";
import { hasOwner } from "./owner.ts";
import { releaserOf, sideOf } from "./sides.ts";
import { anyOf, hasAny } from "../text/sentence-hits.ts";

const includingOrOfThem = anyOf("including", "ofThem");

/** Captives of a non-state party, and parts of a number of hostages, are hostages. */
export function hostageMeasure(question: SideQuestion, earlier: readonly Claim[]): Measure {
  const { measure } = question.deed;
  const kind =
    measure === "prisoners.released"
      ? "hostages.released"
      : measure === "prisoners.held"
        ? "hostages.held"
        : measure === "children.returned"
          ? "hostages.released"
          : null;
  if (kind !== null && isForeignHostage(question, earlier)) return kind;
  if (measure === "prisoners.released" && isOfTaken(question)) return "hostages.released";
  if (measure === "prisoners.released" && isOfHolder(question)) return measure;
  if (kind === null || question.counted.thing === "captive" || isOfReleaser(question)) return measure;
  const previous = earlier.at(-1);
  if (isPartOfPrisoners(question, previous))
    return measure === "children.returned" ? "prisoners.released" : measure;
  const isNear =
    previous?.setting === question.setting ||
    (previous?.setting.sentence.index === question.setting.sentence.index - 1 &&
      (hasAny(question.setting.sentence, includingOrOfThem) || isBare(question)));
  const isPart = isNear && (previous?.measure.startsWith("hostages") ?? false);
  const isRest = kind === "hostages.held" && earlier.some((claim) => claim.measure.startsWith("hostages"));
  return isPart || isRest || releaserOf(question)?.startsWith("x-") === true ? kind : measure;
}

const openingSentences = 3;

/** "Three hostages are home. Three Israelis were handed to the Red Cross": in a report that opens with hostages the people of the state that the armed group took them from are hostages. */
function isOfTaken({ scene, setting, number, counted }: SideQuestion): boolean {
  const land = scene.profile.parties.find(hasArmedGroup);
  const taken = land === undefined ? null : opponentOf(scene.profile, land);
  if (taken === null || counted.thing === "captive") return false;
  const isTheirs = setting.sentence.hits.of.party.some(
    ({ id, from, to }) => id === taken && from >= number.to && to <= counted.to,
  );
  return isTheirs && scene.document.sentences.slice(0, openingSentences).some(({ hits }) => hits.has.hostage);
}

/** "Of the 59 hostages 24 are alive. Thirty-three were freed": a number that names nobody goes on with them. */
function isBare({ scene, counted }: SideQuestion): boolean {
  return counted.thing === null && !scene.document.language.freeOrder;
}

/** "Ten Thais were freed as well": foreigners beside hostages are hostages. */
function isForeignHostage(question: SideQuestion, earlier: readonly Claim[]): boolean {
  return (
    question.counted.group === "foreigners" && earlier.some((claim) => claim.measure === "hostages.released")
  );
}

/** "90 prisoners: 69 women and 21 teenagers": the rows of a number of prisoners are prisoners. */
export function isPartOfPrisoners(question: SideQuestion, previous: Claim | undefined): boolean {
  return (
    previous?.setting === question.setting &&
    previous.measure === "prisoners.released" &&
    isKindOfPeople(question.counted.group) &&
    question.number.start - Math.max(previous.counted.to, previous.number.to) <= 2
  );
}

/** "Four hostages, one woman and three men": the rows of a number of hostages are of its party. */
export function isRowOfHostages(question: SideQuestion, previous: Claim | undefined): boolean {
  return (
    previous?.setting === question.setting &&
    previous.measure === "hostages.released" &&
    question.deed.measure.endsWith("s.released") &&
    isKindOfPeople(question.counted.group) &&
    question.number.start - Math.max(previous.counted.to, previous.number.to) <= 2
  );
}

function isKindOfPeople(group: Group | null): boolean {
  return group === "women" || group === "children" || group === "men";
}

/** "In return 1,900 Palestinians": the people of who holds the hostages are prisoners themselves. */
function isOfHolder(question: SideQuestion): boolean {
  const { parties } = question.scene.profile;
  const holder = parties.find((party) => party.startsWith("x-")) ?? parties.find(hasArmedGroup);
  return holder !== undefined && hasOwner(question) && sideOf(question) === campOf(holder);
}

/** "Hamas demands the release of 1,500 Palestinians": the group's own people are prisoners. */
function isOfReleaser(question: SideQuestion): boolean {
  const releaser = releaserOf(question);
  if (releaser === null || !hasOwner(question)) return false;
  return opponentOf(question.scene.profile, releaser) !== sideOf(question);
}
