import AssayAnalysis
import Testing

@Suite struct DecimalNumberTests {
  @Test func `keeps the digits as written and compares by value`() throws {
    let precise = try #require(DecimalNumber(digits: "1.20"))
    #expect(precise.description == "1.20")
    #expect(precise == DecimalNumber(digits: "1.2"))
    #expect(DecimalNumber(digits: "-0.05")?.description == "-0.05")
  }

  @Test(arguments: [("0.1", "0.2", "0.3"), ("1e", "1", nil), ("100", "-0.5", "99.5")])
  func `adds exactly`(_ left: String, _ right: String, _ sum: String?) {
    guard let a = DecimalNumber(digits: left), let b = DecimalNumber(digits: right) else {
      #expect(sum == nil)
      return
    }
    #expect(DecimalNumber.adding(a, b)?.description == sum)
  }

  @Test func `never traps on numbers too large to hold`() {
    let huge = DecimalNumber(mantissa: .max, exponent: 300)
    #expect(DecimalNumber.multiplying(huge, huge) == nil)
    #expect(DecimalNumber.zero < huge)
    #expect(DecimalNumber(1) < huge)
    #expect(huge.negated < DecimalNumber(1))
    #expect(DecimalNumber(digits: String(repeating: "9", count: 60)) == nil)
  }
}
