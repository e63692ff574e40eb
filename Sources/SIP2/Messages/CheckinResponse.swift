import Circulation

/// Message 10, whether the item is taken back, and where it has to go.
public struct CheckinResponse: Message {
    public var isOk = false
    public var resensitize = false
    public var magneticMedia: YesNoUnknown = .unknown
    public var alert = false
    public var sentAt = SIP2Time()
    public var institution = ""
    public var item = ItemBarcode("")
    public var permanentLocation = ""
    public var title: String?
    public var sortBin: String?
    public var patron: PatronBarcode?
    public var mediaType: String?
    public var itemProperties: String?
    public var collection: String?
    public var callNumber: String?
    public var destination: String?
    public var alertType: AlertType?
    public var holdPatron: PatronBarcode?
    public var holdPatronName: String?
    public var screenMessages: [String] = []
    public var printLines: [String] = []
    public var notes: [Note] = []

    public static let code = "10"
    public static let layout = Layout<Self>(
        fixed: [
            .ok(\.isOk),
            .flag(\.resensitize),
            .code(\.magneticMedia),
            .flag(\.alert),
            .time(\.sentAt),
        ],
        fields: [
            .text("AO", \.institution),
            .text("AB", \.item),
            .text("AQ", \.permanentLocation),
            .text("AJ", \.title),
            .text("CL", \.sortBin),
            .text("AA", \.patron),
            .text("CK", \.mediaType),
            .text("CH", \.itemProperties),
            .text("CR", \.collection),
            .text("CS", \.callNumber),
            .text("CT", \.destination),
            .code("CV", \.alertType),
            .text("CY", \.holdPatron),
            .text("DA", \.holdPatronName),
            .texts("AF", \.screenMessages),
            .texts("AG", \.printLines),
        ])

    public init() {}
}
