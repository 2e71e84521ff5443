// The blog of Lantern Hill, an invented tea house: the example site of recto.

/** @type {import('@docusaurus/types').Config} */
const config = {
  title: "Lantern Hill",
  tagline: "Notes from a tea house that publishes its numbers",
  url: "https://lantern-hill.example",
  baseUrl: "/",
  onBrokenLinks: "throw",
  i18n: {
    defaultLocale: "en",
    locales: ["en", "vi", "ja", "ar", "fr"],
    localeConfigs: {
      ar: { direction: "rtl" },
    },
  },
  presets: [
    [
      "classic",
      {
        docs: false,
        blog: { routeBasePath: "/", showReadingTime: true },
      },
    ],
  ],
};

module.exports = config;
