/// Lines of a pasted page that say where an article ends or its comments begin.
enum PastedMarker {
  /// "Comments", "12 Comments", "Reader comments (12)", "3 thoughts on …": how many it counts, -1
  /// where it gives no number; nil for any other line.
  static func commentCount(_ traits: LineTraits) -> Int? {
    guard traits.byteCount <= 160, !traits.isListItem, traits.lastCharacter != "." else {
      return nil
    }
    let words = traits.words
    let numbers = words.compactMap { Int($0) }
    let plain = words.filter { Int($0) == nil }
    let count = numbers.first ?? -1
    if commentTitles.contains(plain.joined(separator: " ")), numbers.count <= 1 { return count }
    guard words.count >= 2, Int(words[0]) != nil, countedNouns.contains(words[1]) else {
      return numbers.count == 1 && countedTitles.contains(plain.joined(separator: " "))
        ? count : nil
    }
    let isAlone = words.count == 2
    return isAlone || ["on", "to", "so", "sorted", "below"].contains(words[2]) ? count : nil
  }

  /// A line that stands under an article: a disclaimer, a notice, tags, a word on the author.
  static func endsArticle(_ traits: LineTraits) -> String? {
    let words = traits.words
    for length in [4, 3, 2, 1] where words.count >= length {
      let opening = words.prefix(length).joined(separator: " ")
      guard let kind = endings[opening] else { continue }
      if length > 1 || traits.wordCount <= 3 || kind == "a disclaimer" { return kind }
      // One word, such as "Tags", must stand before a colon.
      if oneWordEndings.contains(opening), traits.hasOpeningColon { return kind }
    }
    let verb = words.prefix(5).firstIndex { ["is", "covers", "writes", "reports"].contains($0) }
    if let verb, verb >= 2, traits.startsUpper, traits.wordCount <= 60,
      words.prefix(16).contains(where: { professions.contains($0) }),
      traits.writtenWords[..<verb].allSatisfy({ $0.first?.isUppercase ?? false })
    {
      return "a note on the author"
    }
    return nil
  }

  /// A line that stands under the comments of a page.
  static func endsPage(_ traits: LineTraits) -> Bool { opens(traits, pageEndings) }

  /// The form under the comments: nothing below it is one.
  static func beginsForm(_ traits: LineTraits) -> Bool { opens(traits, forms) }

  private static func opens(_ traits: LineTraits, _ openings: Set<String>) -> Bool {
    guard traits.byteCount <= 90 else { return false }
    return [4, 3, 2].contains { length in
      traits.words.count >= length
        && openings.contains(traits.words.prefix(length).joined(separator: " "))
    }
  }

  private static let forms: Set<String> = [
    "leave a reply", "leave a comment", "your email address",
  ]

  private static let pageEndings: Set<String> = [
    "leave a reply", "leave a comment", "post a comment", "add a comment", "write a comment",
    "your email address", "you must be logged", "log in to reply", "sign in to comment",
    "load more comments", "view more comments", "show more comments", "ready for more",
    "related posts", "related stories", "related articles", "most popular", "most read",
    "read next", "up next", "previous post", "next post", "all rights reserved",
    "privacy policy", "terms of service", "schreiben sie einen", "laisser un commentaire",
  ]

  private static let commentTitles: Set<String> = [
    "comments", "reader comments", "readers comments", "reader's comments",
    "readers' comments", "user comments", "top comments", "all comments", "comment section",
    "comments section", "view comments", "view all comments", "show comments", "hide comments",
    "most recent comments", "latest comments", "recent comments", "comments so far",
    "most relevant", "add a comment", "add comment", "write a comment", "post your reply",
    "what readers say", "readers respond",
    "kommentare", "leserkommentare", "alle kommentare", "commentaires", "comentarios", "commenti",
    "comentários", "reacties", "kommentarer",
  ]

  private static let countedTitles: Set<String> = [
    "comment", "discussion", "responses", "replies", "join the discussion",
    "join the conversation", "conversation", "showing comments", "showing of comments",
  ]

  private static let countedNouns: Set<String> = [
    "comment", "comments", "response", "responses", "reply", "replies", "thoughts", "thought",
    "kommentare", "commentaires", "comentarios", "commenti", "comentários", "reacties",
    "kommentarer",
  ]

  private static let oneWordEndings: Set<String> = [
    "tags", "topics", "related", "correction", "contact", "source", "sources", "copyright",
    "disclosure", "tagged",
  ]

  private static let professions: Set<String> = [
    "writer", "reporter", "journalist", "editor", "correspondent", "columnist", "contributor",
    "freelance", "freelancer", "author", "fellow",
  ]

  private static let endings: [String: String] = {
    var endings: [String: String] = ["copyright": "a copyright notice"]
    for opening in [
      "disclaimer", "this article is for", "this content is for", "this is not financial",
      "not financial advice", "nothing in this article", "the views expressed", "views expressed",
      "the opinions expressed", "opinions expressed",
    ] { endings[opening] = "a disclaimer" }
    for opening in [
      "disclosure", "editor's note", "correction", "this article was", "this story was",
      "this post was", "originally published", "a version of this", "reporting by",
      "additional reporting", "with files from", "all rights reserved",
    ] { endings[opening] = "an editor's notice" }
    for opening in [
      "tags", "tagged", "topics", "filed under", "related", "related articles", "related stories",
      "read more", "read next", "read also", "share this", "follow us", "sign up", "subscribe to",
      "sign up for", "more from", "source", "sources", "contact",
    ] { endings[opening] = "a line of links" }
    for opening in ["about the author", "about the writer"] {
      endings[opening] = "a note on the author"
    }
    return endings
  }()
}
