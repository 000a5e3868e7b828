import AssayAnalysis

extension ThreadSummary {
  /// What a thread comes to: shares with their counts and, of few, their intervals; comments by id.
  func write(_ comments: [Comment], to json: inout JSONWriter) {
    json.object { json in
      json.key("agreement")
      ThreadSummary.write(agreement, to: &json)
      json.key("count")
      json.integer(count)
      ThreadSummary.write("divisive", divisive, comments, to: &json)
      json.key("groups")
      json.array { json in
        for group in groups {
          json.object { json in
            json.key("comment")
            json.string(comments[group.spokesman].id)
            json.key("share")
            ThreadSummary.write(group.share, to: &json)
            json.key("stance")
            json.string(group.stance.rawValue)
          }
        }
      }
      ThreadSummary.write("representative", representative, comments, to: &json)
      if let votes {
        json.key("votes")
        votes.write(comments, to: &json)
      }
    }
  }

  private static func write(
    _ key: String, _ ranked: [Ranked], _ comments: [Comment], to json: inout JSONWriter
  ) {
    json.key(key)
    json.array { json in
      for one in ranked {
        json.object { json in
          json.key("comment")
          json.string(comments[one.comment].id)
          json.key("value")
          json.number(one.value)
        }
      }
    }
  }

  fileprivate static func write(_ share: Proportion, to json: inout JSONWriter) {
    json.object { json in
      json.key("count")
      json.integer(share.count)
      json.key("hits")
      json.integer(share.hits)
      if share.isOfFew {
        json.key("interval")
        json.array { json in
          json.number(share.interval.low)
          json.number(share.interval.high)
        }
      }
    }
  }
}

extension VoteGroups {
  fileprivate func write(_ comments: [Comment], to json: inout JSONWriter) {
    json.object { json in
      json.key("common")
      VoteGroups.write(common, comments, to: &json)
      json.key("groups")
      json.array { json in
        for group in groups {
          json.object { json in
            json.key("share")
            ThreadSummary.write(group.share, to: &json)
            json.key("statements")
            VoteGroups.write(group.statements, comments, to: &json)
          }
        }
      }
      json.key("voters")
      json.integer(voterCount)
      json.key("votes")
      json.integer(voteCount)
    }
  }

  private static func write(
    _ statements: [Statement], _ comments: [Comment], to json: inout JSONWriter
  ) {
    json.array { json in
      for statement in statements {
        json.object { json in
          json.key("agrees")
          json.boolean(statement.agrees)
          json.key("comment")
          json.string(comments[statement.comment].id)
          json.key("inside")
          ThreadSummary.write(statement.inside, to: &json)
          if let outside = statement.outside {
            json.key("outside")
            ThreadSummary.write(outside, to: &json)
          }
        }
      }
    }
  }
}
