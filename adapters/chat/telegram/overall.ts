import { firstRoom, type Limited } from "./room.ts";

/**
 * 30 a second over all chats are what is sent of one's own accord; who answers may go far beyond that
 * (https://grammy.dev/advanced/flood), and has to, or a thousand people could not ask at once. Should Telegram count all alike after all, nobody is to
 * notice on ordinary days: so few answers a second are counted with the alerts, which give way to them. More than those are not, for alerts would not
 * come through, unless a 429 has told us otherwise.
 */
const limit = { max: 30, fewAnswers: 2, perMs: 1_003 } as const;
/** After a 429 that alerts alone do not explain answers count for so long, up to so many a second: alerts go on all the same. */
const counted = { mostAnswers: 15, forMs: 60_000 } as const;
/** So near to the limit, a short 429 may be its own: calls count where they arrive, and on a busy machine or way those of two seconds arrive together. */
const isFullFrom = 25;
const shortMs = 2_000;
/** Each such 429 leaves out so many a second, up to a fifth of them; one comes back after each while. */
const withholdStep = 2;
const mostWithheld = 6;
const easeMs = 20_000;

/**
 * While photos follow their words the outbox's even spacing is broken, and it does not look how late they are: each call counts until it was answered, the latest
 * at which it can have arrived, and so many a second are left out.
 */
const leftBesidePhotos = 2;
/** One that is not answered after this hangs, and arrived long ago. */
const longestWayMs = 2_000;

/** A call of one's own accord. */
interface Flight {
  readonly madeAt: number;
  /** Null: it is under way. */
  endedAt: number | null;
}

/** The last second of all chats together. Instants are of one clock, which is never put back. */
export interface Overall {
  answer(at: number): void;
  alert(at: number): void;
  /** A call begins, of an alert or of a photo. Gives what is to be called when it has ended. */
  underWay(at: number): (endedAt: number) => void;
  /** The first moment from `from` on at which a photo that follows an alert may go. */
  roomForPhoto(from: number, now: number): number;
  /** It goes then, and alerts give way to it. */
  photo(at: number, now: number): void;
  /** 0: an alert may be sent; else how long it is to wait, milliseconds. */
  alertWaitMs(now: number): number;
  /** An alert met a 429 that names this time, milliseconds. */
  refused(retryAfterMs: number, now: number): void;
}

/** Nothing was sent yet. */
export function createOverall(): Overall {
  const answers: number[] = [];
  const alerts: number[] = [];
  /** Also those that are still to come. */
  let photos: number[] = [];
  const flights = createFlights();
  let withheld = 0;
  let easedAt = 0;
  let countsAnswersUntil = -Infinity;

  const since = (times: readonly number[], now: number): readonly number[] =>
    times.filter((at) => at > now - limit.perMs);

  function ease(now: number): void {
    const eased = Math.floor((now - easedAt) / easeMs);
    if (withheld === 0 || eased <= 0) return;
    withheld = Math.max(0, withheld - eased);
    easedAt = now;
  }

  /** The answers that alerts give way to. */
  function countedAnswers(now: number): readonly number[] {
    const recent = since(answers, now);
    if (now < countsAnswersUntil) return recent.slice(-counted.mostAnswers);
    return recent.length > limit.fewAnswers ? [] : recent;
  }

  /** All that counts around a moment, and how many there may be in a second. */
  function around(now: number): Limited {
    const isMixed = photos.some((at) => at > now - limit.perMs - longestWayMs);
    const arrived = flights.arrivedBy(now);
    const bulk = isMixed ? [...since(arrived, now), ...photos.filter((at) => at > now)] : since(alerts, now);
    return {
      calls: [...bulk, ...countedAnswers(now)].toSorted((one, other) => one - other).map((at) => ({ at })),
      max: limit.max - Math.max(withheld, isMixed ? leftBesidePhotos : 0),
      perMs: limit.perMs,
    };
  }

  return {
    answer: (at) => keep(answers, at),
    alert: (at) => keep(alerts, at),
    underWay: (at) => flights.begin(at),
    roomForPhoto: (from, now) => firstRoom([around(now)], from),
    photo(at, now) {
      photos = photos.filter((each) => each > now - limit.perMs - longestWayMs);
      photos.push(at);
    },
    alertWaitMs(now) {
      ease(now);
      const counts = around(now);
      // Alerts by themselves are the outbox's to pace.
      const isShared = withheld > 0 || counts.calls.length > since(alerts, now).length;
      return isShared ? firstRoom([counts], now) - now : 0;
    },
    refused(retryAfterMs, now) {
      const sent = since(alerts, now).length;
      if (retryAfterMs > shortMs || sent + since(answers, now).length < isFullFrom) return;
      ease(now);
      if (sent < isFullFrom) countsAnswersUntil = now + counted.forMs;
      withheld = Math.min(withheld + withholdStep, mostWithheld);
      easedAt = now;
    },
  };
}

/** Calls that may have arrived in the last second. */
function createFlights() {
  let flights: Flight[] = [];
  const arrivedBy = ({ madeAt, endedAt }: Flight, now: number): number =>
    Math.min(endedAt ?? now, madeAt + longestWayMs);
  return {
    begin(at: number): (endedAt: number) => void {
      const flight: Flight = { madeAt: at, endedAt: null };
      flights = flights.filter((each) => arrivedBy(each, at) > at - limit.perMs);
      flights.push(flight);
      return (endedAt) => (flight.endedAt = endedAt);
    },
    /** The latest at which each can have arrived. */
    arrivedBy: (now: number): readonly number[] => flights.map((each) => arrivedBy(each, now)),
  };
}

/** No more of them can count. */
function keep(times: number[], at: number): void {
  times.push(at);
  if (times.length > limit.max) times.shift();
}
