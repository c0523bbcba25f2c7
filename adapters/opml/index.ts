export { readOpml, type OpmlOutline } from "./read.ts";
export { writeOpml } from "./write.ts";
