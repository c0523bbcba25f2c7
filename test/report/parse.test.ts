import { describe, expect, it } from "vitest";
import { ReportLineError, parseReportLine } from "../../src/report/parse.ts";

const line = {
  id: "r1",
  lang: "en",
  publishedAt: "2025-05-24T15:10:00Z",
  source: { name: "Northern Wire", side: null },
  url: "https://example.org/1",
  title: "Title",
  text: "Text.",
};

describe("parseReportLine", () => {
  it("reads a line of the contract", () => {
    const report = parseReportLine(JSON.stringify(line));

    expect(report).toMatchObject({
      id: "r1",
      lang: "en",
      publishedAt: Date.UTC(2025, 4, 24, 15, 10),
      title: "Title",
      text: "Text.",
    });
  });

  it("takes the moment it was seen from the line, else from its publication", () => {
    expect(parseReportLine(JSON.stringify({ ...line, seenAt: "2025-05-24T15:12:00Z" })).seenAt).toBe(
      Date.UTC(2025, 4, 24, 15, 12),
    );
    expect(parseReportLine(JSON.stringify(line)).seenAt).toBe(Date.UTC(2025, 4, 24, 15, 10));
  });

  it.each([
    ["id", { ...line, id: "" }],
    ["text", { ...line, text: undefined }],
    ["publishedAt", { ...line, publishedAt: "yesterday" }],
    ["source.name", { ...line, source: { name: 5 } }],
  ])("names the field %s when it is wrong", (field, wrong) => {
    expect(() => parseReportLine(JSON.stringify(wrong))).toThrow(
      expect.objectContaining({ code: "bad-report", field }),
    );
  });

  it("says that a line is not JSON", () => {
    expect(() => parseReportLine("{")).toThrow(ReportLineError);
  });
});
