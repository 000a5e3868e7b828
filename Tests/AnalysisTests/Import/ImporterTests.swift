import Testing

@testable import AssayAnalysis

/// Small exports of our own making, after each format's documentation.
@Suite struct ImporterTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    let format: String
    let text: String
    /// One line a comment: what `lines` makes of it.
    let expected: [String]
    var testDescription: String { format }
  }

  @Test(arguments: samples)
  func `reads a sample of its format`(_ sample: Sample) throws {
    let source = ImportSource(SourceText(path: "sample.json", sample.text))
    let importer = try #require(CommentImporter.detected(source), "nobody knows the sample")
    #expect(importer.id == sample.format)
    #expect(lines(importer.read([source])) == sample.expected)
  }

  /// "id<parent author seconds score kind state: words".
  private func lines(_ read: Import) -> [String] {
    read.threads.flatMap { thread -> [String] in
      let assembler = ThreadAssembler(
        thread.comments.map { ThreadNode(id: $0.id, replyTo: $0.replyTo, parent: $0.parent) })
      return thread.comments.enumerated().map { index, comment in
        let parent = assembler.parents[index]
        let score = comment.score.map { " \($0) \(comment.scoreKind ?? "")" } ?? ""
        let state = comment.state == .visible ? "" : " \(comment.state.rawValue)"
        let words = String(decoding: trimmedBlanks(comment.body[...]), as: UTF8.self)
        return assembler.ids[index] + (parent < 0 ? "" : "<\(assembler.ids[parent])")
          + " \(comment.author ?? "-") \(comment.time.map(String.init) ?? "-")\(score)\(state): "
          + words
      }
    }
  }

  private static let samples: [Sample] = [
    Sample(
      format: "disqus",
      text: """
        <?xml version="1.0"?><disqus xmlns="http://other.example" xmlns:dsq="x">
        <thread dsq:id="2"><id>a</id><link>http://e.org/a</link><title>A</title></thread>
        <post dsq:id="4"><id/><message><![CDATA[<p>Hi & <b>bye</b></p>]]></message>
        <createdAt>2013-10-10T19:20:29Z</createdAt><isDeleted>false</isDeleted><isSpam>false</isSpam>
        <author><email>a@b.org</email><name>Ann</name></author><ipAddress>127.0.0.1</ipAddress>
        <thread dsq:id="2"/></post>
        <post dsq:id="5"><message>no</message><createdAt>2013-10-10T19:20:30Z</createdAt>
        <isDeleted>true</isDeleted><author><name>Bob</name></author><thread dsq:id="2"/>
        <parent dsq:id="4"/></post></disqus>
        """,
      expected: ["4 Ann 1381432829: Hi & **bye**", "5<4 Bob 1381432830 deleted: "]),
    Sample(
      format: "wordpress",
      text: """
        <rss xmlns:wp="https://wordpress.org/export/1.9/"><channel><item><title>T</title>
        <link>http://e.org/t/</link><wp:post_id>1</wp:post_id><wp:post_type>post</wp:post_type>
        <wp:status>publish</wp:status><wp:comment><wp:comment_id>7</wp:comment_id>
        <wp:comment_author><![CDATA[Ann]]></wp:comment_author>
        <wp:comment_author_email>a@b.org</wp:comment_author_email>
        <wp:comment_author_IP>10.1.2.3</wp:comment_author_IP>
        <wp:comment_date_gmt>2014-01-14 17:32:12</wp:comment_date_gmt>
        <wp:comment_content><![CDATA[one
        two]]></wp:comment_content><wp:comment_approved>0</wp:comment_approved>
        <wp:comment_parent>0</wp:comment_parent></wp:comment><wp:comment>
        <wp:comment_id>8</wp:comment_id><wp:comment_type>pingback</wp:comment_type>
        <wp:comment_date_gmt>2014-01-14 17:32:13</wp:comment_date_gmt>
        <wp:comment_content>ping</wp:comment_content><wp:comment_approved>spam</wp:comment_approved>
        <wp:comment_parent>7</wp:comment_parent></wp:comment></item></channel></rss>
        """,
      expected: ["7 Ann 1389720732 pending: one\\\ntwo", "8<7 - 1389720733 spam: ping"]),
    Sample(
      format: "discourse",
      text: """
        {"id": 5, "title": "T", "post_stream": {"posts": [
        {"id": 80, "post_number": 1, "topic_id": 5, "username": "op", "cooked": "<p>Start</p>"},
        {"id": 81, "post_number": 2, "topic_id": 5, "username": "ann", "score": 12.5,
        "created_at": "2013-02-04T15:26:26.278-05:00", "reply_to_post_number": 1, "cooked": "<p>A</p>"},
        {"id": 90, "post_number": 5, "topic_id": 5, "username": "bob", "hidden": true,
        "created_at": "2013-02-04T20:26:27Z", "reply_to_post_number": 2, "raw": "*B*", "cooked": "B",
        "actions_summary": [{"id": 2, "count": 3}]}], "stream": [80, 81, 90]}}
        """,
      expected: ["2 ann 1360009586: A", "5<2 bob 1360009587 3 likes minimised: *B*"]),
    Sample(
      format: "hackernews",
      text: """
        {"id": 1, "type": "story", "title": "T", "author": "op", "children": [{"id": 2, "type":
        "comment", "author": "ann", "created_at_i": 9, "text": "x &#x2F; y<p>z", "children": [{"id": 3,
        "author": null, "text": null, "created_at_i": 10, "children": [{"id": 4, "author": "bob",
        "created_at_i": 11, "text": "&gt; z<p>No", "children": []}]}]}]}
        """,
      expected: ["2 ann 9: x / y\n\nz", "3<2 - 10 deleted: ", "4<3 bob 11: > z\n\nNo"]),
    Sample(
      format: "hackernews",
      text: """
        {"id": 8, "type": "story", "by": "op", "time": 5, "title": "T", "kids": [9]}
        {"id": 9, "type": "comment", "by": "a", "time": 6, "parent": 8, "text": "hi"}
        {"id": 10, "type": "comment", "time": 7, "parent": 9, "dead": true, "text": "x"}
        """,
      expected: ["9 a 6: hi", "10<9 - 7 removed: "]),
    Sample(
      format: "reddit",
      text: """
        [{"kind": "Listing", "data": {"children": [{"kind": "t3", "data": {"id": "p", "title": "T"}}]}},
        {"kind": "Listing", "data": {"children": [{"kind": "t1", "data": {"id": "a", "author": "ann",
        "parent_id": "t3_p", "link_id": "t3_p", "created_utc": 5.0, "score": -3, "edited": 9.0,
        "body": "&gt; q\\n\\nno &amp; yes", "replies": {"kind": "Listing", "data": {"children": [{"kind":
        "t1", "data": {"id": "b", "author": "[deleted]", "parent_id": "t1_a", "link_id": "t3_p",
        "created_utc": 6.0, "score_hidden": true, "body": "[removed]", "replies": ""}}, {"kind": "more",
        "data": {"count": 4, "children": ["c"]}}]}}}}]}}]
        """,
      expected: ["a ann 5 -3 points: > q\n\nno & yes", "b<a - 6 removed: "]),
    Sample(
      format: "reddit",
      text: """
        [{"kind": "Listing", "data": {"children": [{"kind": "t3", "data": {"id": "p", "title": "T"}}]}},
        {"kind": "Listing", "data": {"children": [{"kind": "t1", "data": {"id": "a", "author": "ann",
        "parent_id": "t3_p", "created_utc": 5.0, "body": "no link_id"}}]}}]
        """,
      expected: ["a ann 5: no link_id"]),
    Sample(
      format: "github",
      text: """
        [{"id": 11, "issue_url": "https://api.github.com/repos/o/r/issues/3", "html_url":
        "https://github.com/o/r/issues/3#issuecomment-11", "user": {"login": "ann", "avatar_url":
        "https://avatars.githubusercontent.com/u/1"}, "created_at": "2020-01-01T00:00:00Z",
        "updated_at": "2020-01-01T00:00:05Z", "author_association": "MEMBER", "body": "LGTM",
        "reactions": {"total_count": 2}}]
        """,
      expected: ["11 ann 1577836800 2 reactions: LGTM"]),
    Sample(
      format: "github",
      text: """
        {"data": {"repository": {"discussion": {"title": "D", "url": "https://github.com/o/r/discussions/7",
        "author": {"login": "op"}, "body": "Start", "comments": {"totalCount": 9, "nodes": [{"id": "DC_1",
        "author": null, "createdAt": "2026-04-12T10:00:00Z", "isMinimized": true, "upvoteCount": 3,
        "body": "a", "replies": {"totalCount": 1, "nodes": [{"id": "DC_2", "author": {"login": "bob"},
        "createdAt": "2026-04-12T10:00:01Z", "deletedAt": "2026-04-13T00:00:00Z", "body": "",
        "replyTo": {"id": "DC_1"}}]}}]}}}}}
        """,
      expected: [
        "DC_1 - 1775988000 3 upvotes minimised: a", "DC_2<DC_1 bob 1775988001 deleted: ",
      ]),
  ]
}
