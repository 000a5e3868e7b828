import Testing

@testable import AssayAnalysis

struct IntervalTests {
  private func number(_ digits: String) -> DecimalNumber {
    DecimalNumber(digits: digits) ?? .zero
  }

  private func interval(_ low: String, _ high: String) -> Interval {
    Interval(low: number(low), high: number(high))
  }

  private func quantity(
    _ value: String, lastPlace: String, qualifier: Quantity.Qualifier = .exact, isWord: Bool = false
  ) -> Quantity {
    Quantity(
      range: TextRange(0..<1), value: .exact(number(value)), unit: .none, qualifier: qualifier,
      kind: .count, lastPlace: number(lastPlace), isWord: isWord, sentence: 0, tokens: 0..<1,
      rule: "test")
  }

  @Test func `divides outwards, so that the true quotient always lies inside`() throws {
    let third = try #require(Interval.dividing(interval("1", "1"), by: interval("3", "3")))
    let low = try #require(third.low)
    let high = try #require(third.high)
    #expect(low < high)
    let three = number("3")
    #expect(try #require(DecimalNumber.multiplying(low, three)) < number("1"))
    #expect(try #require(DecimalNumber.multiplying(high, three)) > number("1"))
  }

  @Test func `rounds towards the outside on both sides of zero`() throws {
    let result = try #require(Interval.dividing(interval("-2", "-1"), by: interval("3", "7")))
    #expect(try #require(result.low) <= number("-0.66666"))
    #expect(try #require(result.high) >= number("-0.14286"))
    #expect(try #require(result.high) < .zero)
  }

  @Test func `gives no bound rather than a wrong one where a divisor may be zero`() {
    #expect(Interval.dividing(interval("1", "2"), by: interval("0", "1")) == nil)
    #expect(Interval.dividing(interval("1", "2"), by: interval("-1", "1")) == nil)
  }

  @Test func `multiplies numbers too long for the machine without losing the bounds`() throws {
    let long = number("123456789012345678901234567890")
    let product = try #require(Interval.multiplying(Interval(long), Interval(long)))
    let low = try #require(product.low)
    let high = try #require(product.high)
    #expect(low < high)
    #expect(low > number("1524157875323883").shifted(by: 43))
    #expect(high < number("1524157875323884").shifted(by: 43))
  }

  @Test func `computes the fall from 332 to 254 as the hand does`() throws {
    let from = try #require(quantity("332", lastPlace: "1").interval(.strict))
    let to = try #require(quantity("254", lastPlace: "1").interval(.strict))
    let change = try #require(percentChange(from: from, to: to))
    #expect(Sum.rounded(try #require(change.low), places: 2) == "−23.76")
    #expect(Sum.rounded(try #require(change.high), places: 2) == "−23.23")
  }

  @Test(arguments: [
    (Quantity.Qualifier.exact, "22.5", "23.5"), (.about, "21.85", "24.15"),
    (.nearly, "21.85", "23"), (.over, "23", "25.3"), (.under, "20.7", "23"),
  ])
  func `widens an interval as its qualifier says`(
    _ qualifier: Quantity.Qualifier, _ low: String, _ high: String
  ) throws {
    let strict = try #require(
      quantity("23", lastPlace: "1", qualifier: qualifier).interval(.strict))
    #expect(strict.low == number(low))
    #expect(strict.high == number(high))
  }

  @Test func `leaves bounds open to the far side`() throws {
    let atLeast = try #require(quantity("5", lastPlace: "1", qualifier: .atLeast).interval(.strict))
    #expect(atLeast.high == nil)
    let over = try #require(quantity("5", lastPlace: "1", qualifier: .over).interval(.strict))
    #expect(!over.overlaps(Interval(number("5"))))
    #expect(over.overlaps(Interval(number("5.01"))))
  }

  @Test func `takes words for rounder than digits`() throws {
    let half = try #require(quantity("0.5", lastPlace: "0.1", isWord: true).interval(.strict))
    #expect(half.low == number("0.4875"))
    #expect(half.high == number("0.5125"))
  }

  @Test func `says doubtful where only the lenient intervals meet`() {
    let stated = (strict: interval("9.5", "10.5"), lenient: interval("9", "11"))
    func verdict(_ strict: Interval, _ lenient: Interval) -> Verdict {
      compare(stated: stated, computed: (strict, lenient))
    }
    #expect(verdict(interval("10.4", "10.6"), interval("10.3", "10.7")) == .consistent)
    #expect(verdict(interval("10.6", "10.7"), interval("10.5", "10.8")) == .doubtful)
    #expect(verdict(interval("11.5", "11.7"), interval("11.4", "11.8")) == .contradicted)
  }
}
