/// How a call number is built, as the item's record says. It is never guessed: `J 295.435 K56` reads as
/// Library of Congress and as juvenile Dewey, and only the record knows.
public enum Scheme: String, CaseIterable, Sendable, Equatable {
    case libraryOfCongress = "lc"
    case dewey = "ddc"
    case medicine = "nlm"
    case documents = "sudoc"
    case universal = "udc"
    case local = "local"

    public var title: String {
        switch self {
        case .libraryOfCongress: "Library of Congress"
        case .dewey: "Dewey Decimal"
        case .medicine: "National Library of Medicine"
        case .documents: "Superintendent of Documents"
        case .universal: "Universal Decimal"
        case .local: "local"
        }
    }

    /// The scheme of a MARC 852 field.
    ///
    /// - Parameters:
    ///   - indicator: The first indicator: `0` to `8`.
    ///   - source: Subfield `$2`, which names the scheme when the indicator is `7`.
    /// - Returns: `nil` when the field does not say: a blank indicator, or a source that is not known here.
    /// - SeeAlso: MARC 21 Holdings, field 852, "Shelving scheme".
    public init?(marcIndicator indicator: Character, source: String = "") {
        switch indicator {
        case "0": self = .libraryOfCongress
        case "1": self = .dewey
        case "2": self = .medicine
        case "3": self = .documents
        case "4", "5", "6", "8": self = .local
        case "7":
            guard let named = Self(source: source) else { return nil }
            self = named
        default: return nil
        }
    }

    /// The scheme of a source code, as in MARC 852 `$2` or Koha's `items.cn_source`; `nil` if it is not known.
    public init?(source: String) {
        switch source.lowercased() {
        case "lc", "lcc": self = .libraryOfCongress
        case "ddc", "ddc21", "ddc22", "ddc23", "dewey": self = .dewey
        case "nlm", "nlmc": self = .medicine
        case "sudoc", "sudocs": self = .documents
        case "udc": self = .universal
        case "local", "z", "other": self = .local
        default: return nil
        }
    }
}
