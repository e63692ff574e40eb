/// Message 97, the station asks for the last answer again.
public struct RequestACSResend: Message {
    public var notes: [Note] = []

    public static let code = "97"
    public static let layout = Layout<Self>()

    public init() {}
}
