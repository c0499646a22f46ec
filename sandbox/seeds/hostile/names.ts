// Names that Xero takes and layouts fear: as long as people make them, in one piece, from right to left, with markup, with marks on marks.

export const UNBROKEN = "Weltweitunternehmensbeteiligungsgesellschaftsverwaltungs-AG+Co";
export const WIDEST = "W".repeat(60);
export const ARABIC = "شركة النخيل الذهبية للتجارة العامة والاستيراد والتصدير المحدودة";
export const HEBREW = "אגודת המושבים השיתופית לשיווק תוצרת חקלאית בגליל העליון בע״מ";
export const MARKUP = `<img src=x onerror="document.title='taken'"> & <b>Sons</b> Limited`;
export const MARKS = "Z\u0338\u0322\u0321\u031ba\u0337\u0360l\u0335\u0328g\u0334\u0322\u0300o\u0336\u0351 S\u0323\u0307hi\u0301p\u0302p\u0303i\u0304n\u0306g\u030a & F\u0328\u0301\u0308orwarding of Whangārei, Taupō";
export const EMOJI = "👩‍👩‍👧‍👦 Kōwhai 🏳️‍🌈 & Ngāti Whātua 👨🏽‍🚀 Consulting 🧾🧾🧾 Aotearoa 🇳🇿 Ltd";
export const TURNED = "\u202eTurned round by an override\u202c, then back, then \u2067אחרון\u2069 Ltd";
export const TEMPLATE = "{{7*7}} #{7*7} %s%n ' OR '1'='1' -- ; =HYPERLINK(\"x\") \\ NULL";
