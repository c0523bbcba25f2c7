/** What the sample feeds say: the outlet is invented, and so are the words. */
export const SAMPLE_TITLES = [
  "Prisoners & detainees return home",
  "Air defence reports 128 of 150 drones downed",
  "Talks continue in the capital",
  "Обмін полоненими: 300 людей вдома",
];

const ITEMS = SAMPLE_TITLES.map((title, index) => ({
  title: title.replaceAll("&", "&amp;"),
  id: `tag:outlet.example,2025:${index + 1}`,
  link: `https://outlet.example/news/${index + 1}?a=1&amp;b=2`,
  day: 24 - index,
  text: `First paragraph of report ${index + 1} with 1,000 people.`,
}));

export const RSS = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>Outlet</title>
<link>https://outlet.example/</link>
<description>News of the outlet</description>
${ITEMS.map(
  (item) => `<item>
<title>${item.title}</title>
<link>${item.link}</link>
<guid isPermaLink="false">${item.id}</guid>
<pubDate>Sat, ${item.day} May 2025 18:00:00 +0300</pubDate>
<dc:creator>Desk</dc:creator>
<description>&lt;p&gt;${item.text}&lt;/p&gt;</description>
<content:encoded><![CDATA[<p>${item.text}</p><p>Second paragraph.</p>]]></content:encoded>
</item>`,
).join("\n")}
</channel>
</rss>
`;

export const ATOM = `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<title>Outlet</title>
<id>tag:outlet.example,2025:feed</id>
<updated>2025-05-24T18:00:00+03:00</updated>
<link rel="self" href="https://outlet.example/atom.xml"/>
<link rel="alternate" type="text/html" href="https://outlet.example/"/>
${ITEMS.map(
  (item) => `<entry>
<title type="text">${item.title}</title>
<link rel="alternate" href="${item.link}"/>
<id>${item.id}</id>
<published>2025-05-${item.day}T18:00:00+03:00</published>
<updated>2025-05-${item.day}T19:00:00+03:00</updated>
<content type="html">&lt;p&gt;${item.text}&lt;/p&gt;&lt;p&gt;Second paragraph.&lt;/p&gt;</content>
</entry>`,
).join("\n")}
</feed>
`;

export const RDF = `<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://outlet.example/rdf">
<title>Outlet</title>
<link>https://outlet.example/</link>
<description>News of the outlet</description>
</channel>
${ITEMS.map(
  (item) => `<item rdf:about="${item.id}">
<title>${item.title}</title>
<link>${item.link}</link>
<dc:date>2025-05-${item.day}T18:00:00+03:00</dc:date>
<description>${item.text}</description>
</item>`,
).join("\n")}
</rdf:RDF>
`;
