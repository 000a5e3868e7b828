// What makes up a total: which rows it may sum up, and whether they do. Part of `table-total`.

/// One total with the cells that are taken to make it up.
struct Addition {
  let total: NumberTable.Cell
  /// A sign of -1 for what is written as "Less: …".
  let parts: [(cell: NumberTable.Cell, isSubtracted: Bool)]

  var sum: DecimalNumber? {
    var sum = DecimalNumber.zero
    for part in parts {
      guard let value = part.cell.value else { continue }
      guard let next = DecimalNumber.adding(sum, part.isSubtracted ? value.negated : value) else {
        return nil
      }
      sum = next
    }
    return sum
  }

  var statedParts: [DecimalNumber] { parts.compactMap { $0.cell.value } }

  /// Half a unit of the coarsest cell for each cell: what rounding can do.
  var slack: DecimalNumber {
    let cells = [total.value].compactMap { $0 } + statedParts
    let exponent = cells.map(\.exponent).max() ?? 0
    return DecimalNumber(mantissa: Int128(5 * cells.count), exponent: min(0, exponent) - 1)
  }

  /// Numbers of one unit; percentages only under a total of 100 %: any other is an average.
  var isTestable: Bool {
    guard let stated = total.value, statedParts.count >= 2 else { return false }
    let numbers = parts.map(\.cell).filter { $0.value != nil }
    guard numbers.allSatisfy({ $0.unit == total.unit || $0.unit.isEmpty || total.unit.isEmpty })
    else { return false }
    guard total.isPercent else { return !numbers.contains(where: \.isPercent) }
    return stated == DecimalNumber(100) && numbers.allSatisfy(\.isPercent)
  }

  /// Total less sum; nil where digits ran out.
  var gap: DecimalNumber? {
    guard let stated = total.value, let sum else { return nil }
    return DecimalNumber.subtracting(stated, sum)
  }

  var fits: Bool {
    guard let gap else { return false }
    return gap.magnitude <= slack
  }

  /// Three times what rounding of so many cells leaves on the average, or more: one in some hundred sums
  /// of rounded numbers is so far off.
  var isUnlikely: Bool {
    guard let gap, !gap.isZero else { return false }
    // A number rounded to 1 is off by the root of 1/12 on the average, n of them by that of n/12.
    let steps = gap.magnitude.shifted(by: -unit.exponent)
    guard let square = DecimalNumber.multiplying(steps, steps),
      let fourfold = DecimalNumber.multiplying(square, DecimalNumber(4))
    else { return true }
    return DecimalNumber(3 * (statedParts.count + 1)) < fourfold
  }

  /// One in the last place of the coarsest cell.
  private var unit: DecimalNumber {
    let exponent = ([total.value].compactMap { $0 } + statedParts).map(\.exponent).max() ?? 0
    return DecimalNumber(mantissa: 1, exponent: min(0, exponent))
  }

  /// Sum and total are one number of so many digits or more, which no two numbers are by chance.
  func isExact(digits: Int) -> Bool {
    guard let gap, gap.isZero, let stated = total.value?.magnitude else { return false }
    return DecimalNumber(1).shifted(by: digits - 1 + unit.exponent) <= stated
  }

  /// Within one unit of the coarsest cell: what speaks for a reading of the table.
  var fitsClosely: Bool {
    guard let gap, fits else { return false }
    return gap.magnitude <= unit
  }

  /// A total between its parts may be an average.
  var looksLikeAverage: Bool {
    guard let stated = total.value, let low = statedParts.min(), let high = statedParts.max() else {
      return false
    }
    return low <= stated && stated <= high
  }

  /// Four digits or more in the total, so that a gap of one digit seldom comes by chance.
  var hasManyDigits: Bool {
    guard let stated = total.value?.magnitude else { return false }
    return DecimalNumber(mantissa: 1000, exponent: stated.exponent) <= stated
  }

  /// The gap that one mistyped digit leaves, or two that changed places: 30, 0.2, 5,000; 27, 450.
  var looksLikeTypo: Bool {
    guard let gap, !gap.isZero, slack.shifted(by: 1) < gap.magnitude || slack.exponent < 0 else {
      return false
    }
    let normal = gap.magnitude.normalized
    return normal.mantissa < 10 || (normal.mantissa < 82 && normal.mantissa % 9 == 0)
  }
}

// MARK: Which rows make up a total

/// The rows that a total is taken to sum up.
typealias Parts = [(row: NumberTable.Row, isSubtracted: Bool)]

/// Which rows may make up a total: those since the last total, all that are no totals, those since
/// the last heading, the totals before it.
func partSets(of place: Int, in table: NumberTable) -> [Parts] {
  let above = table.rows[..<place].filter { !$0.isHeader }
  let plain = above.filter { !$0.isTotal && !isInside($0) && $0.hasNumbers && !$0.label.isEmpty }
  let afterTotal = above.lastIndex { $0.isTotal || ($0.label.isEmpty && $0.hasNumbers) }
  let since = above.suffix(from: afterTotal.map { $0 + 1 } ?? above.startIndex)
    .filter { !isInside($0) && $0.hasNumbers }
  let afterHeading = above.lastIndex { !$0.hasNumbers }
  let section = above.suffix(from: afterHeading.map { $0 + 1 } ?? above.startIndex)
    .filter { !$0.isTotal && !isInside($0) && $0.hasNumbers }
  let totals = above.filter(\.isTotal)
  let withLast = afterTotal.map { Array(above[$0...]) } ?? []
  var sets: [Parts] = []
  for rows in [Array(since), Array(plain), Array(section), Array(totals), withLast]
  where rows.count >= 2 {
    sets.append(rows.map { ($0, false) })
    let signed = rows.map { ($0, $0.label.lowercased().hasPrefix("less")) }
    if signed.contains(where: \.1) { sets.append(signed) }
  }
  if above.last?.isTotal == false, NumberTable.isResult(table.rows[place].label) {
    sets += remainders(above, afterTotal)
  }
  return sets
}

/// "Loss" under turnover, wages and other costs: the first of some rows less all others.
private func remainders(
  _ above: [NumberTable.Row], _ afterTotal: Int?
) -> [Parts] {
  let starts = [afterTotal, above.firstIndex(where: \.hasNumbers)].compactMap { $0 }
  return Set(starts).sorted().compactMap { start in
    let rows = above[start...].filter { $0.hasNumbers && !isInside($0) }
    guard rows.count >= 2 else { return nil }
    return rows.enumerated().map { ($0.element, $0.offset > 0) }
  }
}

/// "of which", "including": counted in another row already.
private func isInside(_ row: NumberTable.Row) -> Bool {
  let label = row.label.lowercased()
  return label.hasPrefix("of which") || label.hasPrefix("including") || label.hasPrefix("thereof")
}

func addition(
  of column: Int, total: NumberTable.Row, rows: Parts
) -> (column: Int, addition: Addition)? {
  guard total.cells.indices.contains(column) else { return nil }
  let parts = rows.compactMap { part in
    part.row.cells.indices.contains(column)
      ? (cell: part.row.cells[column], isSubtracted: part.isSubtracted) : nil
  }
  guard parts.allSatisfy({ $0.cell.value != nil || $0.cell.isBlank }) else { return nil }
  var cell = total.cells[column]
  // A loss is written without its sign.
  if total.isLoss, parts.contains(where: \.isSubtracted), cell.value?.isNegative == false {
    cell = cell.negated
  }
  let addition = Addition(total: cell, parts: parts)
  return addition.isTestable ? (column, addition) : nil
}
