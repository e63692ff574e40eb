import Circulation

/// Message 93, "this station is allowed to talk to you".
public struct LoginRequest: Message {
    public var userAlgorithm = "0"  // plain
    public var passwordAlgorithm = "0"  // plain
    public var user = ""
    public var password = Secret("")
    public var location: String?
    public var notes: [Note] = []

    public static let code = "93"
    public static let layout = Layout<Self>(
        fixed: [
            .text(1, \.userAlgorithm),
            .text(1, \.passwordAlgorithm),
        ],
        fields: [
            .text("CN", \.user),
            .text("CO", \.password),
            .text("CP", \.location),
        ])

    public init() {}
}
