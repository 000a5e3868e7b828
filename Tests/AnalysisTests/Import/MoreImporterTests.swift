import Testing

@testable import AssayAnalysis

/// The other formats, each by the members that only it has.
@Suite struct MoreImporterTests {
  private func read(_ text: String, path: String = "sample.json") throws -> (String, Import) {
    let source = ImportSource(SourceText(path: path, text))
    let importer = try #require(CommentImporter.detected(source))
    return (importer.id, importer.read([source]))
  }

  private func words(_ comment: ImportedComment?) -> String {
    String(decoding: trimmedBlanks((comment?.body ?? [])[...]), as: UTF8.self)
  }

  @Test func `reads Commento's comments with the names of their commenters`() throws {
    let (format, read) = try read(
      """
      {"version": 1, "comments": [{"commentHex": "c1", "domain": "e.org", "url": "/p", "commenterHex":
      "u1", "markdown": "hi", "parentHex": "root", "score": 2, "state": "unapproved", "creationDate":
      "2021-03-12T11:21:56Z", "deleted": false}], "commenters": [{"commenterHex": "u1", "email":
      "x@y.org", "name": "Ann", "photo": "https://secure.gravatar.com/avatar/1", "isModerator": true}]}
      """)
    let comment = read.threads.first?.comments.first
    #expect(format == "commento" && read.threads.first?.url == "https://e.org/p")
    #expect(comment?.author == "Ann" && comment?.state == .pending && comment?.role == .staff)
  }

  @Test func `reads Remark42's tree and its backup`() throws {
    let comment = """
      {"id": "2", "pid": "1", "text": "<p>a</p>", "orig": "*a*", "user": {"name": "Ann", "id": "g",
      "picture": "https://e.org/avatar.png", "ip": "9f"}, "locator": {"site": "s", "url":
      "https://e.org/p"}, "score": 1, "time": "2017-12-25T19:46:01.123456-06:00", "edit":
      {"time": "2017-12-26T19:46:01Z"}}
      """.replacing("\n", with: " ")
    for text in [
      "{\"comments\": [{\"comment\": \(comment)}]}",
      "{\"version\": 1, \"users\": [], \"posts\": []}\n\(comment)\n",
    ] {
      let (format, read) = try read(text)
      let found = try #require(read.threads.first?.comments.first)
      #expect(format == "remark42" && words(found) == "*a*" && found.id == "2")
      #expect(found.time == 1_514_252_761 && found.edited == 1_514_317_561)
    }
  }

  @Test func `gives Isso's comments ids where all are 0`() throws {
    let (format, read) = try read(
      """
      [{"id": "/a/", "title": "A+%26+B", "comments": [{"id": 0, "author": "x", "email": "e@f.org",
      "remote_addr": "0.0.0.0", "created": "2005-02-24 04:03:37", "text": "one"}, {"id": 0, "text":
      "two"}]}]
      """)
    var remains = ThreadRemains()
    let parts = read.threads[0].parts(ImportPrivacy(), path: "", &remains)
    #expect(format == "isso" && read.threads[0].title == "A & B")
    #expect(parts.map(\.id) == ["c1", "c2"])
    let answer = """
      {"total_replies": 1, "hidden_replies": 2, "replies": [{"id": 3, "parent": null, "text":
      "<p>x</p>", "mode": 4, "created": 1464818460.7, "likes": 1, "dislikes": 0, "replies": []}]}
      """
    let other = try self.read(answer).1.threads[0]
    #expect(other.missingCount == 2 && other.comments[0].state == .deleted)
  }

  @Test func `reads YouTube's lists and the lines of its downloader`() throws {
    let (format, read) = try read(
      """
      {"kind": "youtube#commentThreadListResponse", "items": [{"kind": "youtube#commentThread", "id":
      "U1", "snippet": {"videoId": "v", "totalReplyCount": 3, "topLevelComment": {"id": "U1", "snippet":
      {"textOriginal": "a *b*\\nc", "authorDisplayName": "@Ann", "likeCount": 12, "publishedAt":
      "2026-04-12T10:00:00Z", "updatedAt": "2026-04-12T11:00:00Z"}}}, "replies": {"comments": [{"id":
      "U1.x", "snippet": {"parentId": "U1", "textDisplay": "it&#39;s", "authorDisplayName": "@Bob",
      "likeCount": 0, "publishedAt": "2026-04-12T10:30:00Z"}}]}}]}
      """)
    let thread = read.threads[0]
    #expect(format == "youtube" && thread.missingCount == 2 && thread.comments.count == 2)
    #expect(words(thread.comments[0]) == "a \\*b\\*\\\nc" && thread.comments[1].replyTo == "U1")
    let lines = """
      {"cid": "U1", "text": "x", "author": "@Ann", "votes": "1.2K", "time_parsed": 1775988000.0}
      {"cid": "U1.9", "text": "y", "author": "@Bob", "votes": "0", "time_parsed": 1775988001.0}
      """
    let other = try self.read(lines).1.threads[0].comments
    #expect(other.map(\.score) == [1200, 0] && other[1].replyTo == "U1")
  }

  @Test func `reads a Mastodon context`() throws {
    let (format, read) = try read(
      """
      {"ancestors": [], "descendants": [{"id": "5", "in_reply_to_id": "1", "created_at":
      "2024-01-01T00:00:00.000Z", "edited_at": null, "content": "<p>Hi <a href=\\"https://m.ex/@u\\"
      class=\\"mention\\">@<span>u</span></a></p>", "spoiler_text": "CW", "language": "en",
      "favourites_count": 2, "visibility": "direct", "account": {"acct": "ann@m.ex", "avatar":
      "https://m.ex/accounts/avatars/1.png"}, "url": "https://m.ex/@ann/5"}]}
      """)
    let comment = read.threads[0].comments[0]
    #expect(format == "mastodon" && comment.state == .pending && comment.score == 2)
    #expect(words(comment) == "CW\n\nHi [@u](https://m.ex/@u)")
    #expect(comment.others.first?.value == "1")
  }

  @Test func `reads Bluesky's trees and lists, with posts that are not there`() throws {
    let post = """
      {"uri": "at://d/app.bsky.feed.post/1", "author": {"handle": "ann.test", "avatar": "x"},
      "likeCount": 3, "record": {"createdAt": "1970-01-01T00:01:00.000Z", "text": "é see x.org",
      "facets": [{"index": {"byteStart": 7, "byteEnd": 12}, "features": [{"uri": "https://x.org"}]}]}}
      """
    let tree = """
      {"thread": {"$type": "app.bsky.feed.defs#threadViewPost", "post": \(post), "replies": [{"$type":
      "app.bsky.feed.defs#blockedPost", "uri": "at://d/app.bsky.feed.post/2", "blocked": true}]}}
      """
    let list = """
      {"thread": [{"uri": "at://d/app.bsky.feed.post/1", "depth": 0, "value": {"$type":
      "app.bsky.unspecced.defs#threadItemPost", "post": \(post), "moreReplies": 4}}, {"uri":
      "at://d/app.bsky.feed.post/2", "depth": 1, "value": {"$type":
      "app.bsky.unspecced.defs#threadItemBlocked"}}]}
      """
    for text in [tree, list] {
      let (format, read) = try read(text)
      let comments = read.threads[0].comments
      #expect(format == "bluesky" && words(comments[0]) == "é see [x.org](https://x.org)")
      #expect(comments[1].state == .removed && comments[1].parent == 0)
    }
  }

  @Test func `reads Lemmy's lists and ActivityPub's notes`() throws {
    let (format, read) = try read(
      """
      {"comments": [{"comment": {"id": 12, "post_id": 5, "content": "*r*", "removed": false, "deleted":
      true, "published": "2026-04-12T10:00:02.000000Z", "path": "0.10.12"}, "creator": {"name": "ann"},
      "post": {"id": 5, "name": "T"}, "counts": {"score": 4, "upvotes": 5, "downvotes": 1}}]}
      """)
    let comment = read.threads[0].comments[0]
    #expect(format == "lemmy" && comment.replyTo == "10" && comment.state == .deleted)
    let (other, notes) = try self.read(
      """
      {"@context": "x", "type": "OrderedCollection", "orderedItems": [{"type": "Create", "object": {"type":
      "Note", "id": "https://l.ex/comment/2", "attributedTo": "https://l.ex/u/bob", "inReplyTo":
      "https://l.ex/post/1", "published": "2026-04-12T10:00:02Z", "content": "<p>x</p>", "source":
      {"content": "**x**", "mediaType": "text/markdown"}}}]}
      """)
    let note = notes.threads[0].comments[0]
    #expect(other == "lemmy" && note.author == "bob" && words(note) == "**x**")
  }

  @Test func `reads Polis' tables and counts its votes`() throws {
    let comments = ImportSource(
      SourceText(
        path: "a-comments.csv",
        """
        timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body
        1503491937484,Wed Aug 23 05:38:57 PDT 2017,7,3,1,0,-1,no
        1503491937484,x,8,3,1,0,0,"a ""b"",
        c"
        """))
    let votes = ImportSource(
      SourceText(
        path: "a-votes.csv",
        "timestamp,datetime,comment-id,voter-id,vote\n1,x,8,1,1\n2,x,8,1,-1\n3,x,8,2,0\n"))
    let summary = ImportSource(
      SourceText(path: "a-summary.csv", "topic,\"T, U\"\nurl,https://pol.is/x\n"))
    let importer = try #require(CommentImporter.detected(votes))
    let thread = importer.read([comments, votes, summary]).threads[0]
    #expect(thread.title == "T, U" && thread.comments.map(\.state) == [.removed, .pending])
    let comment = thread.comments[1]
    #expect(comment.time == 1_503_491_937 && words(comment) == "a \"b\",\\\nc")
    #expect(comment.upvotes == 0 && comment.downvotes == 1 && comment.others[0].value == "1")
    #expect(comment.ballots == Ballots(disagreeing: [1], passing: [2]))
  }

  @Test func `reads who voted how from Polis' table of participants`() throws {
    let comments = ImportSource(
      SourceText(
        path: "b-comments.csv", "timestamp,comment-id,author-id,comment-body\n1,0,3,yes\n1,1,3,no\n"
      ))
    let votes = ImportSource(
      SourceText(
        path: "b-participants-votes.csv",
        "participant,group-id,n-comments,n-votes,n-agree,n-disagree,0,1\n0,0,1,2,1,1,1,-1\n7,,0,1,0,0,0,\n"
      ))
    let importer = try #require(CommentImporter.detected(votes))
    let thread = importer.read([comments, votes]).threads[0]
    #expect(thread.comments[0].ballots == Ballots(agreeing: [0], passing: [7]))
    #expect(thread.comments[1].ballots == Ballots(disagreeing: [0]))
  }

  @Test func `reads Coral's download`() throws {
    let (format, read) = try read(
      """
      Comment ID,Published Timestamp,Article URL,Comment URL,Comment Text,Media
      c1,2020-02-03T04:05:06.000Z,https://e.org/a,https://e.org/a?commentID=c1,<p>Hi</p>,
      """, path: "my_comments.csv")
    let comment = read.threads[0].comments[0]
    #expect(format == "coral" && comment.time == 1_580_702_706 && words(comment) == "Hi")
  }

  @Test func `reads a page of Slashdot by indentation`() throws {
    let (format, read) = try read(
      """
      Re:Not so (Score:4, Insightful)
      by Ann O'Nymous ( 123456 ) writes: on Sunday April 12, 2026 @10:14AM (#66000001)
      One.
          Re: (Score:2)
          by bob ( 654321 )
          Two.
      """, path: "page.txt")
    let comments = read.threads[0].comments
    #expect(format == "slashdot" && comments.map(\.score) == [4, 2])
    #expect(comments[0].id == "66000001" && comments[0].time == 1_775_988_840)
    #expect(comments[1].parent == 0 && comments[1].author == "bob")
  }
}
