#include "crawler.h"

#include <gtest/gtest.h>

#include <regex>

#include "usecases/accounts/demo_sign_ins.h"
#include "usecases/demo/make_demo.h"

namespace doorstep::test {
namespace {

constexpr int pages_of_a_pattern = 24;
constexpr int pages_of_a_kind = 7;

std::string path_of(std::string const& address) { return address.substr(0, address.find('?')); }

/// "?step=visit&case={id}": what tells one kind of page from another at the same address.
std::string query_without_ids(std::string const& address) {
    static std::regex const id("[0-9a-f]{8}-[0-9a-f-]{27}|[A-Z]+-[0-9]{2}-[0-9]+");
    auto const at = address.find('?');
    return at == std::string::npos ? "" : std::regex_replace(address.substr(at), id, "{id}");
}

bool is_left_alone(std::string const& address) {
    for (auto const* start : {"/cy", "/sign-out", "/exit", "/files/", "/assets/", "/developer", "/session"})
        if (address.starts_with(start)) return true;
    return false;
}

}  // namespace

bool takes_words(PageField const& field) {
    return field.kind == PageField::Kind::line || field.kind == PageField::Kind::area;
}

Crawler::Crawler() : clock_(london_instant(*Date::of(2026, 6, 10), {10, 0})) {
    usecases::SiteConfig config;
    config.data = folder_.path() / "site";
    auto const made = usecases::demo::make_demo(
        config, clock_, {.homes = 300, .cases = 80, .seed = 3, .as_of = Date::of(2026, 6, 10)},
        [](auto, auto) {});
    EXPECT_TRUE(made);
    site_ = std::make_unique<usecases::OpenedSite>(config, clock_);
    web_ = std::make_unique<TestWeb>(site_->services());
    for (std::size_t n = 0; n < routes().size(); ++n) paths_.add(routes()[n].method, routes()[n].pattern, n);

    usecases::Context context(site_->services(), domain::access::Viewer{});
    for (auto const& role : usecases::accounts::demo_sign_ins(context)) {
        auto& visitor = visitors_.emplace_back(Visitor{role.role_words, TestBrowser(*web_), {}, {}});
        domain::accounts::Account account;
        account.email = role.email;
        visitor.browser.sign_in(account, role.password);
    }
    visitors_.push_back({"A resident", TestBrowser(*web_), {}, {}});
    for (auto& visitor : visitors_)
        for (auto const& route : routes())
            if (route.method == http::Method::get && route.pattern.find('{') == std::string::npos &&
                (route.access.needs_sign_in() || visitor.name == "A resident"))
                queue(visitor, route.pattern);
}

std::string Crawler::route_of(http::Method method, std::string address) const {
    auto const found = paths_.find(method, path_of(address));
    return found.value ? web_->site().routes()[*found.value].pattern : "";
}

std::string Crawler::key_of(PageForm const& form) const {
    auto key = route_of(form.is_post ? http::Method::post : http::Method::get, form.action);
    std::set<std::string> names;
    for (auto const& field : form.fields)
        if (field.kind != PageField::Kind::hidden) names.insert(field.name);
    for (auto const& name : names) key += " " + name;
    return key;
}

PageForm const* Crawler::form_with_key(PageParts const& parts, std::string const& key) const {
    for (auto const& form : parts.forms)
        if (key_of(form) == key) return &form;
    return nullptr;
}

void Crawler::queue(Visitor& visitor, std::string const& address) {
    if (is_left_alone(address)) return;
    auto const pattern = route_of(http::Method::get, address);
    auto const kind = pattern + query_without_ids(address);
    if (pattern.empty() || visitor.seen[pattern] >= pages_of_a_pattern ||
        visitor.seen[kind + "?"] >= pages_of_a_kind || ++visitor.seen[path_of(address) + kind] > 1)
        return;
    for (auto const& waiting : visitor.waiting)
        if (waiting == address) return;
    ++visitor.seen[pattern];
    ++visitor.seen[kind + "?"];
    visitor.waiting.push_back(address);
}

PageParts Crawler::take_in(Visitor& visitor, std::string const& address, http::Response const& response) {
    EXPECT_LT(response.status, 500) << address << " as " << visitor.name;
    auto parts = parts_of_page(response.body, address);
    for (auto const& markup : parts.foreign)
        ADD_FAILURE() << "Foreign markup at " << address << " as " << visitor.name << ": " << markup;
    for (auto const& link : parts.links) queue(visitor, link);
    for (auto const& form : parts.forms) {
        // Filters, which ask for choices; and what a script sends.
        if (!form.is_post) continue;
        auto const key = key_of(form);
        auto const [at, is_new] = by_key_.try_emplace(key, forms_.size());
        if (is_new)
            forms_.push_back(
                {.key = key, .route = key.substr(0, key.find(' ')), .places = {}, .word_fields = {}});
        auto& found = forms_[at->second];
        for (auto const& field : form.fields)
            if (takes_words(field)) found.word_fields.insert(field.name);
        if (response.status == 200 && found.places.size() < 40) found.places.push_back({&visitor, address});
    }
    return parts;
}

void Crawler::look_around() {
    for (bool more = true; more;) {
        more = false;
        for (auto& visitor : visitors_) {
            if (visitor.waiting.empty()) continue;
            more = true;
            auto const address = visitor.waiting.front();
            visitor.waiting.pop_front();
            take_in(visitor, address, visitor.browser.get(address));
        }
    }
}

}  // namespace doorstep::test
