/// What the page is told about the place where it hangs.
public struct PageSettings: Equatable, Sendable {
    public enum Layout: String, Sendable { case portrait, landscape }
    public enum Side: String, Sendable { case left, right }
    public enum Theme: String, Sendable { case light, night }

    public var library = "Library"
    public var station = "Kiosk"
    public var layout = Layout.portrait
    public var padSide = Side.right
    public var theme = Theme.light
    /// CSS pixels to a millimetre of the panel. A touch target of 20 mm is 20 times this.
    public var millimetre = 3.64
    public init() {}
}
