import Circulation

public enum PatronKind: String, Sendable, CaseIterable {
    case adult, child, staff
}

/// A card as it is put into the library. Its description is masked.
public struct Patron: Sendable, CustomStringConvertible, CustomReflectable {
    public var barcode: PatronBarcode
    public var name: String
    public var kind: PatronKind
    /// nil: the card has no PIN, and any PIN is accepted.
    public var pin: PINHash?
    /// The last day on which the card is good; nil for ever.
    public var expires: LocalDate?
    public var isLost: Bool
    /// A word from the staff that stops the card.
    public var blocked: String?

    public init(
        _ barcode: PatronBarcode, name: String = "", kind: PatronKind = .adult, pin: PINHash? = nil,
        expires: LocalDate? = nil, isLost: Bool = false, blocked: String? = nil
    ) {
        self.barcode = barcode
        self.name = name
        self.kind = kind
        self.pin = pin
        self.expires = expires
        self.isLost = isLost
        self.blocked = blocked
    }

    public var description: String { "patron" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// Money owed, one line of it.
public struct Fee: Equatable, Sendable {
    public enum Kind: String, Sendable, CaseIterable { case overdue, damage, replacement, hold, other }
    public var amount: Money
    public var kind: Kind
    public init(_ amount: Money, kind: Kind) { (self.amount, self.kind) = (amount, kind) }

    /// For the list of fees that a patron may ask for.
    public var text: String {
        let name =
            switch kind {
            case .overdue: "Overdue"
            case .damage: "Damage"
            case .replacement: "Replacement"
            case .hold: "Hold"
            case .other: "Fee"
            }
        return "\(name) \(amount.decimal) \(amount.currency)"
    }
}
