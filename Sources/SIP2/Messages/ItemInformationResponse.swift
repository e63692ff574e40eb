import Circulation

/// Message 18, what the library system knows of one copy.
public struct ItemInformationResponse: Message {
    public var circulationStatus: CirculationStatus = .other
    public var securityMarker: Int? = 0  // 0 other, 1 none, 2 magnetic strip, 3 Whisper tape
    public var feeType: Int? = 1  // 1 other
    public var sentAt = SIP2Time()
    public var institution: String?
    public var item = ItemBarcode("")
    public var title = ""
    public var holdQueue: Int?
    public var dueText: String?
    public var recallDate: SIP2Time?
    public var holdPickupDate: SIP2Time?
    public var owner: String?
    public var currency: String?
    public var feeText: String?
    public var mediaType: String?
    public var permanentLocation: String?
    public var currentLocation: String?
    public var itemProperties: String?
    public var callNumber: String?
    public var collection: String?
    public var destination: String?
    public var holdPatron: PatronBarcode?
    public var holdPatronName: String?
    public var screenMessages: [String] = []
    public var printLines: [String] = []
    public var notes: [Note] = []

    public static let code = "18"
    public static let layout = Layout<Self>(
        fixed: [
            .code(\.circulationStatus),
            .number(2, \.securityMarker),
            .number(2, \.feeType),
            .time(\.sentAt),
        ],
        fields: [
            .text("AO", \.institution),
            .text("AB", \.item),
            .text("AJ", \.title),
            .number("CF", \.holdQueue),
            .text("AH", \.dueText),
            .time("CJ", \.recallDate),
            .time("CM", \.holdPickupDate),
            .text("BG", \.owner),
            .text("BH", \.currency),
            .text("BV", \.feeText),
            .text("CK", \.mediaType),
            .text("AQ", \.permanentLocation),
            .text("AP", \.currentLocation),
            .text("CH", \.itemProperties),
            .text("CS", \.callNumber),
            .text("CR", \.collection),
            .text("CT", \.destination),
            .text("CY", \.holdPatron),
            .text("DA", \.holdPatronName),
            .texts("AF", \.screenMessages),
            .texts("AG", \.printLines),
        ])

    public init() {}
}

extension ItemInformationResponse {
    /// The day it is due, if the text can be read.
    public var due: LocalDate? { dueText.flatMap(DueText.date) }
    public var fee: Money? { feeText.flatMap { Money(lenient: $0, currency: currency ?? "") } }
}
