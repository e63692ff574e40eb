import Circulation

/// What the library allows. One rule for all, with exceptions for children where a library sets them.
public struct Rules: Equatable, Sendable {
    /// Days from the day of lending; a loan is due at 23:59 of the last one.
    public var loanDays = 28
    /// Open loans a card may have at once, 1...9999.
    public var loanLimit = 20
    /// As `loanLimit`, for children; nil is the same for everybody.
    public var childLoanLimit: Int?
    /// Waiting and ready holds a card may have at once. Told to the kiosk only: it places no holds.
    public var holdLimit = 10
    /// Whoever owes this much or more borrows nothing.
    public var feeLimit = Money(minor: 10_00, currency: "EUR")
    public var renewalLimit = 2
    /// Koha's way: a second checkout by the same patron renews, even when the message says N. For simulations.
    public var repeatedCheckoutRenews = false

    public init() {}

    public func loanLimit(of kind: PatronKind) -> Int {
        kind == .child ? childLoanLimit ?? loanLimit : loanLimit
    }
}
