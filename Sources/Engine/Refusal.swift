/// Why the library does not lend. The text goes to the screen: it names no patron and no number.
public enum Refusal: String, CaseIterable, Sendable {
    case unknownPatron, wrongPIN, cardLost, cardExpired, cardBlocked, owesTooMuch, tooManyLoans
    case unknownItem, chargedToAnother, chargedToSamePatron, renewedTooOften, wantedByAnother
    case onHoldForAnother, inTransit, inProcess, missing, lost, referenceOnly

    /// One sentence for the patron.
    public var message: String {
        switch self {
        case .unknownPatron: "This card is not known here."
        case .wrongPIN: "The PIN is not right."
        case .cardLost: "This card was reported lost. Please ask at the desk."
        case .cardExpired: "This card has expired. Please ask at the desk."
        case .cardBlocked: "This card is blocked. Please ask at the desk."
        case .owesTooMuch: "The fees on this card are too high. Please pay first."
        case .tooManyLoans: "This card has as many loans as it may have."
        case .unknownItem: "This item is not known here."
        case .chargedToAnother: "This item is lent to another card."
        case .chargedToSamePatron: "This item is already lent to this card."
        case .renewedTooOften: "This item cannot be renewed again."
        case .wantedByAnother: "This item cannot be renewed: somebody is waiting for it."
        case .onHoldForAnother: "This item is on hold for somebody else."
        case .inTransit: "This item is on its way to another branch. Please ask at the desk."
        case .inProcess: "This item is not ready for lending. Please ask at the desk."
        case .missing: "This item is recorded as missing. Please bring it to the desk."
        case .lost: "This item is recorded as lost. Please bring it to the desk."
        case .referenceOnly: "This item is for use in the library only."
        }
    }
}
