// How a quantity comes by its role in a statement.

extension StatementReader {
  mutating func take(_ index: Int, at place: Int) {
    let quantity = text.quantities[index]
    if quantity.isCalendar || isLapse(quantity) {
      takeTime(index, quantity)
      return
    }
    if quantity.kind == .multiple {
      takeMultiple(index, at: place)
      return
    }
    var slot = Statement.Slot(quantity: index, role: .value)
    if let joint, let last = current.slots.last(where: { !text.isTime($0.quantity) }) {
      slot = joined(slot, to: last, quantity, joint)
    } else if let pending {
      slot = placed(slot, quantity, pending)
    } else if isObject(quantity, at: place) {
      slot.role = quantity.kind.isFraction ? .rate : .by
    } else if current.cautions.contains(.ellipsis), current.slots.isEmpty,
      quantity.kind.isFraction, statements.last?.has(.rate) ?? false
    {
      // "loans grew 5 % and deposits 6 %"
      slot.role = .rate
    }
    if slot.role == .value || slot.role == .rate || slot.role == .by { takeNoun(&slot, quantity) }
    current.slots.append(slot)
    pending = nil
    joint = nil
    verbGap += 1
  }

  /// The first quantity behind a verb of change, right behind it ("fell 23%"), or a percentage behind
  /// the verb's object ("cut emissions 55%").
  func isObject(_ quantity: Quantity, at place: Int) -> Bool {
    guard let verb = current.verb, !current.isLevel, depth == 0,
      !current.slots.contains(where: { text.quantities[$0.quantity].tokens.lowerBound > verb })
    else { return false }
    if verbGap == 0 { return quantity.kind != .money || !text.cue(verb).contains(.gathering) }
    guard quantity.kind.isFraction, text.cue(verb).contains(.transitive),
      (1...4).contains(place - verb)
    else {
      return false
    }
    return (verb + 1..<place).allSatisfy { index in
      let cue = text.cue(index)
      return text.isWord(index)
        && (cue.isEmpty || !cue.isDisjoint(with: [.metric, .determiner, .modifier]))
    }
  }

  /// "doubled to 6.8 million": a number that is the verb as well.
  mutating func takeMultiple(_ index: Int, at place: Int) {
    let cue = text.cue(place)
    if cue.contains(.verb) || cue.contains(.participle) {
      open(place, direction: cue.contains(.down) ? .down : .up, isLevel: false)
    }
    current.slots.append(
      Statement.Slot(
        quantity: index, role: current.isMoving ? .rate : .value, direction: current.direction,
        cue: current.verb))
    pending = nil
    joint = nil
    verbGap += 1
  }

  /// A date or a lapse of time fills no role but ends the wait of a preposition, unless it only
  /// qualifies the number behind it: "from last year's 5 million".
  mutating func takeTime(_ index: Int, _ quantity: Quantity) {
    current.slots.append(Statement.Slot(quantity: index, role: .value))
    let end = text.end(of: quantity)
    let follows =
      index + 1 < text.quantities.count
      && text.quantities[index + 1].tokens.lowerBound == end
    if !follows { pending = nil }
    joint = nil
  }

  /// "a year earlier", "twelve months of", "the first nine months".
  func isLapse(_ quantity: Quantity) -> Bool {
    guard quantity.kind == .duration else { return false }
    if quantity.direction != nil { return text.cue(text.end(of: quantity)).contains(.period) }
    guard let pending, pending.gap == 0, pending.role == .from || pending.role == .to else {
      return true
    }
    let after = text.cue(text.end(of: quantity))
    return after.contains(.period) || after.contains(.of) || !current.isMoving
  }

  func placed(
    _ slot: Statement.Slot, _ quantity: Quantity, _ pending: Pending
  ) -> Statement.Slot {
    var slot = slot
    let isAppositive = pending.direction != nil
    slot.role = pending.role
    slot.direction = pending.direction
    slot.cue = pending.cue
    slot.sign = pending.sign
    slot.isLoose = pending.isLoose || (pending.gap > 0 && !pending.endsInOf)
    switch pending.role {
    case .by:
      slot.role = quantity.kind.isFraction ? .rate : .by
      if !isAppositive, current.direction == nil, !current.isMoving { slot.role = .value }
    case .to:
      if current.direction == nil, !current.isMoving { slot.role = .value }
    default: break
    }
    return slot
  }

  /// "$788 or 5.8%", "$422.5 million, or $6.44 a share", "5.3 % and 6.1 %".
  mutating func joined(
    _ slot: Statement.Slot, to last: Statement.Slot, _ quantity: Quantity, _ joint: Joint
  ) -> Statement.Slot {
    var slot = slot
    let other = text.quantities[last.quantity]
    if joint == .and {
      if quantity.kind == other.kind || quantity.kind.isFraction && other.kind.isFraction {
        slot.role = last.role
        slot.direction = last.direction
        slot.cue = last.cue
      }
      if last.role != .value { current.cautions.insert(.coordination) }
      return slot
    }
    if last.role == .by, quantity.kind.isFraction {
      slot.role = .rate
      slot.direction = last.direction
      slot.cue = last.cue
    } else if last.role == .to, quantity.kind.isFraction, !other.kind.isFraction, current.isMoving,
      !text.cue(text.end(of: quantity)).contains(.of)
    {
      // "rose from 1.1 to 1.4 million, or 27 %"; but "to 28.9 million, or 3.9 % of sales"
      slot.role = .rate
    } else if last.role == .to || last.role == .from, quantity.kind == .percentagePoint,
      current.isMoving
    {
      // "slipped to 41.2% from 44.8%, or 360 basis points"
      slot.role = .by
    } else if last.role == .rate, !quantity.kind.isFraction {
      slot.role = .by
      slot.direction = last.direction
      slot.cue = last.cue
    }
    slot.isLoose = last.isLoose
    return slot
  }

  /// "a 64 percent increase", "a $5 million rise".
  mutating func takeNoun(_ slot: inout Statement.Slot, _ quantity: Quantity) {
    guard quantity.kind != .count || quantity.unit.name.hasSuffix("point"), quantity.kind != .score
    else { return }
    let end = text.end(of: quantity)
    var place = end
    if !text.cue(place).contains(.noun), text.isWord(place),
      text.cue(place).contains(.modifier) || (quantity.kind.isFraction && text.cue(place).isEmpty)
    {
      place += 1
    }
    let cue = text.cue(place)
    guard cue.contains(.noun), !cue.isDisjoint(with: .direction) else { return }
    slot.role = quantity.kind.isFraction ? .rate : .by
    slot.direction = cue.contains(.up) ? .up : .down
    slot.cue = place
    if current.direction == nil {
      current.direction = slot.direction
      current.directionCue = place
    }
    if current.verb == nil {
      current.verb = place
      current.isLevel = true
    }
  }

  mutating func setLast(role: Claim.Role, direction: Claim.Direction?, cue: Int) {
    guard let last = current.slots.indices.last else { return }
    current.slots[last].role = role
    current.slots[last].direction = direction
    current.slots[last].cue = cue
  }
}
