/// How long the kiosk waits for people. One table, one timer: nothing else in the kiosk counts seconds.
public struct Patience: Equatable, Sendable {
    public var books = Duration.seconds(40)
    public var pin = Duration.seconds(40)
    public var borrow = Duration.seconds(60)
    public var giveBack = Duration.seconds(45)
    public var receipt = Duration.seconds(15)
    public var sorry = Duration.seconds(25)
    public var goodbye = Duration.seconds(8)
    /// Every time that would end what a person is doing is warned of for this long. At least 20 s in a library.
    public var warning = Duration.seconds(20)
    /// An empty pad ends the screen that counted the books on it.
    public var emptyPad = Duration.seconds(5)
    /// Starting up shows itself for this long at most.
    public var starting = Duration.seconds(45)
    /// After this long a row says that it takes longer than usual.
    public var slow = Duration.seconds(4)
    public init() {}
}
