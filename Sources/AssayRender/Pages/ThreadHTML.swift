import AssayAnalysis

/// Renders a thread's comments as a tree that can be folded without a script.
struct ThreadHTML {
  let analysis: Analysis
  let thread: Thread
  let order: ThreadOrder
  let claims: ClaimReading

  /// One fragment a page.
  func pages() -> [SafeHTML] { order.pages.map(page) }

  private func page(_ comments: [Int]) -> SafeHTML {
    var html = HTMLWriter()
    var open = 0
    for (place, comment) in comments.enumerated() {
      let depth = order.depths[comment]
      while open > depth {
        html.markup("</div></details>\n")
        open -= 1
      }
      append(comment, to: &html)
      let next = place + 1 < comments.count ? comments[place + 1] : nil
      if let next, order.depths[next] > depth {
        let count = order.replyCounts[comment]
        html.markup("<details open class=\"replies\"><summary>")
        html.raw(counted(count, "reply", "replies"))
        html.markup("</summary><div>\n")
        open += 1
      }
    }
    while open > 0 {
      html.markup("</div></details>\n")
      open -= 1
    }
    return html.finish()
  }

  private func append(_ index: Int, to html: inout HTMLWriter) {
    let comment = thread.comments[index]
    html.markup("<article class=\"comment\"")
    html.id { $0.text(ThreadHTML.anchor(comment, index)) }
    html.markup(">\n")
    appendMeta(comment, index, to: &html)
    if comment.isShown {
      html.markup("<div class=\"words\" dir=\"auto\">")
      html.raw(body(index))
      html.markup("</div>\n")
    } else {
      html.markup("<p class=\"gone\">")
      html.raw(ThreadHTML.placeholder(comment.state))
      html.markup("</p>\n")
    }
    html.markup("</article>\n")
  }

  private func appendMeta(_ comment: Comment, _ index: Int, to html: inout HTMLWriter) {
    html.markup("<p class=\"meta\"><b><bdi>")
    html.text(ThreadHTML.name(comment))
    html.markup("</bdi></b>")
    if let role = comment.role { html.raw(" · \(role.rawValue)") }
    if let parent = comment.parent, isParentToName(index, parent) {
      html.markup(" <a class=\"to\" href=\"")
      html.text(commentLink(parent, from: index))
      html.markup("\">↳ to <bdi>")
      html.text(ThreadHTML.name(thread.comments[parent]))
      html.markup("</bdi></a>")
    }
    html.markup(" · <a href=\"#")
    html.text(ThreadHTML.anchor(comment, index))
    html.markup("\">")
    if let time = comment.time {
      html.markup("<time datetime=\"")
      html.text(time)
      html.markup("\">")
      html.text(shortTime(time))
      html.markup("</time>")
    } else {
      html.raw("no. \(index + 1)")
    }
    html.markup("</a>")
    if let score = comment.score { html.raw(" · \(counted(score, "point"))") }
    if comment.edited != nil { html.markup(" · edited") }
    if comment.inferred.contains(.reply) { html.markup(" · reply inferred") }
    if comment.state == .visible || comment.state == .minimised {
      html.markup(" ")
      ThreadHTML.appendTone(analysis.parts[index + 1].sentiment, to: &html)
    }
    html.markup("</p>\n")
  }

  /// The tree shows whom a comment answers, unless it has ended or the page has turned.
  private func isParentToName(_ comment: Int, _ parent: Int) -> Bool {
    order.pageOfComment[comment] != order.pageOfComment[parent]
      || order.depths[comment] == order.depths[parent]
  }

  private func commentLink(_ comment: Int, from other: Int) -> String {
    let anchor = "#" + ThreadHTML.anchor(thread.comments[comment], comment)
    let page = order.pageOfComment[comment]
    if page == order.pageOfComment[other] { return anchor }
    return PageMap.nearThread(page: page + 1) + anchor
  }

  private func body(_ index: Int) -> SafeHTML {
    let part = index + 1
    let (marks, insertions) = claims.marks(of: part)
    return renderCommentHTML(thread.comments[index].body, marks: marks, insertions: insertions)
  }
}

extension ThreadHTML {
  /// The id of a comment on its page, from the comment's own where that is safe to use.
  static func anchor(_ comment: Comment, _ index: Int) -> String {
    let isPlain =
      !comment.id.isEmpty && comment.id.utf8.count <= 64
      && comment.id.utf8.allSatisfy {
        switch $0 {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"): true
        default: false
        }
      }
    return isPlain ? "c-" + comment.id : "c.\(index + 1)"
  }

  static func name(_ comment: Comment) -> String { comment.author ?? "Anonymous" }

  static func placeholder(_ state: Comment.State) -> String {
    switch state {
    case .visible, .minimised: "This comment has no words."
    case .deleted: "Deleted by its author; kept so that its replies make sense."
    case .removed: "Removed by a moderator; kept so that its replies make sense."
    case .spam: "Taken for spam and left out."
    case .pending: "Waiting for a moderator."
    }
  }

  static func appendTone(_ sentiment: Sentiment, to html: inout HTMLWriter) {
    if sentiment.isAbstaining {
      html.markup("<span class=\"tone t-none\">· no clear tone</span>")
      return
    }
    html.raw("<span class=\"tone t-\(sentiment.polarity.rawValue)\">")
    html.raw(sentiment.polarity.sign)
    html.raw(" \(sentiment.polarity.rawValue)</span>")
    guard let edit = sentiment.edit else { return }
    html.markup("<span class=\"edited\">edited")
    if let by = edit.by {
      html.markup(" by ")
      html.text(by)
    }
    html.raw("; read as \(edit.read.rawValue)</span>")
  }
}
