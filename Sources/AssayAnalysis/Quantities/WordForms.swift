// Forms of nouns and adjectives that no rule gives. To teach the reader one, add it here.

/// Plurals whose singular no rule gives.
let irregularSingulars: [String: String] = [
  "people": "people", "ppl": "people", "children": "child", "men": "man", "women": "woman",
  "feet": "foot",
  "teeth": "tooth", "mice": "mouse", "geese": "goose", "oxen": "ox", "species": "species",
  "series": "series", "aircraft": "aircraft", "fishermen": "fisherman", "policemen": "policeman",
  "movies": "movie", "ties": "tie", "lies": "lie", "buses": "bus", "viruses": "virus",
  "lives": "life", "wives": "wife", "knives": "knife", "wolves": "wolf", "leaves": "leaf",
  "shelves": "shelf", "halves": "half", "thieves": "thief", "loaves": "loaf",
  "analyses": "analysis",
  "crises": "crisis", "hypotheses": "hypothesis", "criteria": "criterion",
  "phenomena": "phenomenon",
  "bacteria": "bacterium", "alumni": "alumnus", "campuses": "campus", "bonuses": "bonus",
  "businessmen": "businessman", "gunmen": "gunman", "spokesmen": "spokesman", "cookies": "cookie",
  "zombies": "zombie", "rookies": "rookie", "selfies": "selfie", "calories": "calorie",
  "statuses": "status", "censuses": "census", "viri": "virus", "news": "news", "means": "means",
  "measles": "measles", "mumps": "mumps",
]

/// Comparatives and superlatives with the adjective they compare: three of the largest cities are
/// three large cities.
let plainAdjectives: [String: String] = [
  "largest": "large", "larger": "large", "biggest": "big", "bigger": "big", "smallest": "small",
  "smaller": "small", "highest": "high", "higher": "high", "lowest": "low", "lower": "low",
  "fastest": "fast", "faster": "fast", "slowest": "slow", "slower": "slow", "longest": "long",
  "longer": "long", "shortest": "short", "shorter": "short", "tallest": "tall", "taller": "tall",
  "oldest": "old", "older": "old", "youngest": "young", "younger": "young", "newest": "new",
  "newer": "new", "heaviest": "heavy", "heavier": "heavy", "lighter": "light",
  "lightest": "light", "richest": "rich", "richer": "rich", "poorest": "poor", "poorer": "poor",
  "strongest": "strong", "stronger": "strong", "weakest": "weak", "weaker": "weak",
  "greatest": "great", "greater": "great", "hottest": "hot", "hotter": "hot", "coldest": "cold",
  "colder": "cold", "warmest": "warm", "warmer": "warm", "wettest": "wet", "driest": "dry",
  "deadliest": "deadly", "deadlier": "deadly", "busiest": "busy", "busier": "busy",
  "cheapest": "cheap", "cheaper": "cheap", "safest": "safe", "safer": "safe", "worst": "bad",
  "worse": "bad", "best": "good", "better": "good", "deepest": "deep", "deeper": "deep",
  "wealthiest": "wealthy", "wealthier": "wealthy", "brightest": "bright", "closest": "close",
  "closer": "close", "nearest": "near", "latest": "late", "earliest": "early", "finest": "fine",
  "hardest": "hard", "toughest": "tough", "tougher": "tough", "easiest": "easy", "realest": "real",
  "broader": "broad", "widest": "wide", "wider": "wide", "smartest": "smart", "simplest": "simple",
  "rarest": "rare", "sharpest": "sharp", "steepest": "steep", "quickest": "quick",
  "friendliest": "friendly", "happiest": "happy", "healthiest": "healthy", "dirtiest": "dirty",
]
