import AssayAnalysis

/// The order in which a thread is read, cut into pages: each comment before its replies, replies in
/// the order of the file.
struct ThreadOrder {
  /// Indices of comments, page by page.
  let pages: [[Int]]
  /// The page of each comment, from 0.
  let pageOfComment: [Int]
  /// How many replies, and replies to replies, each comment has.
  let replyCounts: [Int]
  /// How deep each comment stands on its page: 0 to `deepest`.
  let depths: [Int]

  /// More comments than this make another page.
  static let commentsPerPage = 200
  /// Replies to comments this deep stand beside them, and say whom they answer.
  static let deepest = 4

  init(_ comments: [Comment]) {
    let order = ThreadOrder.order(comments)
    var pageOfComment = [Int](repeating: 0, count: comments.count)
    var pages: [[Int]] = []
    for (place, comment) in order.enumerated() {
      let page = place / ThreadOrder.commentsPerPage
      if page == pages.count { pages.append([]) }
      pages[page].append(comment)
      pageOfComment[comment] = page
    }
    var depths = [Int](repeating: 0, count: comments.count)
    for comment in order {
      guard let parent = comments[comment].parent, pageOfComment[parent] == pageOfComment[comment]
      else { continue }
      depths[comment] = min(depths[parent] + 1, ThreadOrder.deepest)
    }
    var replyCounts = [Int](repeating: 0, count: comments.count)
    for comment in order.reversed() {
      if let parent = comments[comment].parent { replyCounts[parent] += replyCounts[comment] + 1 }
    }
    self.pages = pages
    self.pageOfComment = pageOfComment
    self.replyCounts = replyCounts
    self.depths = depths
  }

  private static func order(_ comments: [Comment]) -> [Int] {
    var children = [[Int]](repeating: [], count: comments.count)
    var stack: [Int] = []
    for (index, comment) in comments.enumerated().reversed() {
      if let parent = comment.parent, parent < index {
        children[parent].append(index)
      } else {
        stack.append(index)
      }
    }
    var order: [Int] = []
    order.reserveCapacity(comments.count)
    while let next = stack.popLast() {
      order.append(next)
      stack.append(contentsOf: children[next])
    }
    return order
  }
}
