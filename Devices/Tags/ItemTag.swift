/// What a library wrote on the tag of one item, or of one part of an item.
///
/// The same fields whatever the data model; today they come from ISO 28560-3 only.
public struct ItemTag: Hashable, Sendable {
    /// The primary item identifier, usually the barcode. Blanks around it are already gone. 1...16 bytes of UTF-8.
    public var item: String
    /// How many tagged parts belong together, 1...255. A book with a disc has two.
    public var parts: Int
    /// Which of them this is, 1...`parts`.
    public var ordinal: Int
    /// The owning library's ISIL, such as `DE-526`, or nil if the tag names none.
    public var owner: String?
    public var usage: Usage

    public init(
        item: String, parts: Int = 1, ordinal: Int = 1, owner: String? = nil, usage: Usage = .circulating
    ) {
        (self.item, self.parts, self.ordinal, self.owner, self.usage) = (item, parts, ordinal, owner, usage)
    }

    /// Type of usage, the upper half of data element 5 in ISO 28560-1. Patron cards (8) never become an `ItemTag`.
    public enum Usage: UInt8, Hashable, Sendable {
        case acquisition = 0
        case circulating = 1
        case notCirculating = 2
        case local3 = 3
        case local4 = 4
        case future = 5
        case noInformation = 6
        case discarded = 7
        case equipment = 9
    }
}

/// Why an item cannot be written on a tag.
public enum TagError: Error, Equatable, Sendable {
    case identifierEmpty
    case identifierTooLong
    case identifierNotText
    case ownerDoesNotFit
    case partsOutOfRange
    case tagTooSmall

    /// Stable across releases: printed in logs and listed in the manual.
    public var code: String {
        switch self {
        case .identifierEmpty: "TAG-1"
        case .identifierTooLong: "TAG-2"
        case .identifierNotText: "TAG-3"
        case .ownerDoesNotFit: "TAG-4"
        case .partsOutOfRange: "TAG-5"
        case .tagTooSmall: "TAG-6"
        }
    }

    /// One sentence for the person at the desk.
    public var advice: String {
        switch self {
        case .identifierEmpty: "Scan the barcode first: there is no number to write."
        case .identifierTooLong: "The number is longer than the 16 characters that fit on this kind of tag."
        case .identifierNotText: "The number contains characters that cannot be printed; scan it again."
        case .ownerDoesNotFit: "The library's own code must look like DE-526 and fit on the tag; check the settings."
        case .partsOutOfRange: "The part number must lie between 1 and the number of parts, at most 255."
        case .tagTooSmall: "This tag is too small for a library's data; use another tag."
        }
    }
}
