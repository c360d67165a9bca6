#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "web/server.h"

namespace doorstep::web {

/// An Application of a few addresses that answer with what they were given.
class SmallApplication : public Application {
  public:
    using Handler = std::function<http::Response(http::Request&)>;

    SmallApplication();
    /// Before the server starts.
    void answer(std::string path, BodyPolicy policy, Handler handler);

    BodyPolicy policy(http::Method method, std::string_view path) const override;
    http::Response handle(http::Request& request) override;
    http::Response error(int status, std::string_view path) override;
    void served(Served const& served) override;

    std::vector<Served> all_served() const;

  private:
    struct Row {
        BodyPolicy policy;
        Handler handler;
    };
    std::map<std::string, Row, std::less<>> rows_;
    mutable std::mutex mutex_;
    std::vector<Served> served_;
};

/// A folder of its own, removed at the end.
class TemporaryFolder {
  public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(TemporaryFolder const&) = delete;
    TemporaryFolder& operator=(TemporaryFolder const&) = delete;
    std::filesystem::path const& path() const { return path_; }
    std::size_t file_count() const;
    std::filesystem::path write(std::string const& name, std::string const& content) const;

  private:
    std::filesystem::path path_;
};

/// Options with a free port, short deadlines and an upload folder.
ServerOptions test_options(TemporaryFolder const& folder);

/// A started server with its application and folder.
class RunningServer {
  public:
    explicit RunningServer(std::function<void(ServerOptions&, SmallApplication&)> const& adjust = {});
    SmallApplication& application() { return application_; }
    TemporaryFolder const& folder() const { return folder_; }
    Server& server() { return *server_; }
    std::uint16_t port() const { return server_->port(); }

  private:
    TemporaryFolder folder_;
    SmallApplication application_;
    std::unique_ptr<Server> server_;
};

}  // namespace doorstep::web
