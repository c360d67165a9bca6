#pragma once

#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

namespace doorstep::test {

/// A relay on 127.0.0.1 that can lose a connection at the worst moment. It cuts once, at the first COMMIT
/// that comes by after it was told to, and relays everything before and after.
class CuttingProxy {
  public:
    enum class Cut {
        never,
        before_commit,           ///< COMMIT is not passed on; both sides see the connection end
        before_commit_silently,  ///< COMMIT is not passed on; the server is left believing that all is well
        after_commit,            ///< COMMIT is passed on and answered, but the answer is not
    };

    explicit CuttingProxy(int server_port);
    CuttingProxy(CuttingProxy const&) = delete;
    CuttingProxy& operator=(CuttingProxy const&) = delete;
    ~CuttingProxy();

    int port() const { return port_; }
    void cut_next(Cut cut) { cut_ = cut; }
    /// New connections are closed at once, as by a server that is gone.
    void refuse_everyone_after_the_cut() { refuse_after_cut_ = true; }
    bool has_cut() const { return has_cut_; }

  private:
    void accept_all();
    void relay(int client);

    int server_port_;
    int listener_;
    int port_ = 0;
    std::atomic<Cut> cut_ = Cut::never;
    std::atomic<bool> refuse_after_cut_ = false;
    std::atomic<bool> has_cut_ = false;
    std::mutex mutex_;
    std::vector<std::thread> relays_;
    std::vector<int> sockets_;
    std::thread accepting_;
};

}  // namespace doorstep::test
