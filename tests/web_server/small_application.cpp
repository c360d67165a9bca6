#include "web_server/small_application.h"

#include <fmt/format.h>

#include <cstdlib>
#include <fstream>

namespace doorstep::web {
namespace {

std::string words_of(http::Pairs const& pairs) {
    std::string words;
    for (auto const& [name, value] : pairs) words += fmt::format("{}={};", name, value);
    return words;
}

http::Response describe(http::Request& request) {
    std::string words = fmt::format(
        "method={}\npath={}\nlanguage={}\nquery={}\ncookies={}\nform={}\nbody={}\nclient={}\nsecure={}\n",
        name_of(request.method), request.path, name_of(request.language), words_of(request.query),
        words_of(request.cookies), words_of(request.form), request.body, request.client_address,
        request.secure);
    for (auto const& file : request.files)
        words += fmt::format("file={}|{}|{}|{}|{}\n", file.field, file.filename, file.declared_type,
                             file.size, file.sha256);
    return http::text(200, words);
}

}  // namespace

SmallApplication::SmallApplication() {
    answer("/", {}, [](http::Request&) { return http::text(200, "hello"); });
    answer("/describe", {}, describe);
    answer("/form", {http::Body::form, 4096}, describe);
    answer("/json", {http::Body::json, 4096}, describe);
    answer("/upload", {http::Body::upload, 1024 * 1024 * 1024}, describe);
    answer("/small-upload", {http::Body::upload, 4096}, describe);
    std::string const page(20 * 1024, 'p');
    answer("/page", {}, [page](http::Request&) {
        http::Response response;
        response.body = page;
        return response;
    });
}

void SmallApplication::answer(std::string path, BodyPolicy policy, Handler handler) {
    rows_[std::move(path)] = {policy, std::move(handler)};
}

BodyPolicy SmallApplication::policy(http::Method, std::string_view path) const {
    auto const found = rows_.find(path);
    return found == rows_.end() ? BodyPolicy{} : found->second.policy;
}

http::Response SmallApplication::handle(http::Request& request) {
    auto const found = rows_.find(request.path);
    return found == rows_.end() ? http::text(404, "not found") : found->second.handler(request);
}

http::Response SmallApplication::error(int status, std::string_view) {
    return http::text(status, fmt::format("error {}", status));
}

void SmallApplication::served(Served const& served) {
    std::lock_guard const lock(mutex_);
    served_.push_back(served);
}

std::vector<Application::Served> SmallApplication::all_served() const {
    std::lock_guard const lock(mutex_);
    return served_;
}

TemporaryFolder::TemporaryFolder() {
    std::string name = std::filesystem::temp_directory_path() / "doorstep-test-XXXXXX";
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::size_t TemporaryFolder::file_count() const {
    auto const range = std::filesystem::directory_iterator(path_);
    return static_cast<std::size_t>(std::distance(begin(range), end(range)));
}

std::filesystem::path TemporaryFolder::write(std::string const& name, std::string const& content) const {
    auto const path = path_ / name;
    std::ofstream(path, std::ios::binary) << content;
    return path;
}

ServerOptions test_options(TemporaryFolder const& folder) {
    ServerOptions options;
    options.port = 0;
    options.upload_folder = folder.path() / "uploads";
    options.workers = 4;
    options.stop_deadline = std::chrono::seconds(5);
    return options;
}

RunningServer::RunningServer(std::function<void(ServerOptions&, SmallApplication&)> const& adjust) {
    auto options = test_options(folder_);
    if (adjust) adjust(options, application_);
    server_ = std::make_unique<Server>(std::move(options), application_);
    server_->start();
}

}  // namespace doorstep::web
