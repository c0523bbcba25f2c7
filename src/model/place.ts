/**
 * The code of a place in the gazetteer (data/places): a country is its ISO 3166-1 code (`UA`), a
 * first-level region its ISO 3166-2 code (`UA-32`), a town its country and a slug (`UA:kyiv`).
 * So Kyiv the city and Kyiv the region differ.
 */
export type PlaceCode = string;
