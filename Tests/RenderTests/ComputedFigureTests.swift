import AssayAnalysis
import Testing

@testable import AssayRender

/// The difference of two figures is that of what a reader sees.
@Suite struct ComputedFigureTests {
  @Test func `tells no difference between figures that are shown as one`() {
    let fall = Interval(
      low: DecimalNumber(mantissa: -424, exponent: -1),
      high: DecimalNumber(mantissa: -370, exponent: -1))
    #expect(ComputedFigure.words(fall, of: .percent, unit: nil) == "−40\u{A0}%")
    #expect(ComputedFigure.difference(40, fall, of: .percent, unit: nil) == "none")
    #expect(ComputedFigure.difference(43, fall, of: .percent, unit: nil) == "3 points")
  }

  @Test func `shows what the numbers as written give, not the middle of what they allow`() {
    let rise = Interval(
      low: DecimalNumber(mantissa: 95, exponent: -1),
      high: DecimalNumber(mantissa: 316, exponent: -1))
    let exact = DecimalNumber(20)
    #expect(ComputedFigure.words(rise, exact: exact, of: .percentChange, unit: nil) == "20\u{A0}%")
    #expect(
      ComputedFigure.difference(20, rise, exact: exact, of: .percentChange, unit: nil) == "none")
  }

  @Test func `subtracts large figures as their words round them`() {
    let sum = Interval(DecimalNumber(1_184_400_000))
    #expect(ComputedFigure.difference(1_180_000_000, sum, of: .count, unit: nil) == "none")
    #expect(
      ComputedFigure.difference(1_200_000_000, sum, of: .count, unit: nil) == "20\u{A0}million")
  }

  @Test func `leaves people as they are`() {
    let people = Unit(name: "people", dimension: .count)
    let homes = Unit(name: "home", dimension: .count)
    let number = Interval(DecimalNumber(412))
    #expect(ComputedFigure.words(number, of: .count, unit: people) == "412\u{A0}people")
    #expect(ComputedFigure.words(number, of: .count, unit: homes) == "412\u{A0}homes")
  }
}
