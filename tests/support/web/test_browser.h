#pragma once

#include <string>
#include <vector>

#include "support/site/test_site.h"
#include "web/site/site.h"

/// Requests in, responses out, without sockets: cookies kept, tokens against forged requests taken from the
/// page before, as a browser without scripts would.
namespace doorstep::test {

class TestWeb {
  public:
    /// Without the limits of tries in a minute, unless given.
    explicit TestWeb(TestSite& site);
    TestWeb(TestSite& site, web::SiteOptions options);
    /// Any site's pages, without the limits of tries.
    explicit TestWeb(usecases::Services& services);
    web::Site& site() { return web_site_; }

  private:
    web::Site web_site_;
};

class TestBrowser {
  public:
    explicit TestBrowser(TestWeb& web) : web_(web) {}

    /// Signs in by the sign-in page; fails the test when it cannot.
    void sign_in(domain::accounts::Account const& account, std::string_view password = TestSite::password);
    http::Response get(std::string const& address);
    /// Fields as {{"made-on-day", "5"}, ...}. The token and the hidden fields of the last page that had a
    /// form for this address are added. Follows no redirect.
    http::Response post(std::string const& address, http::Pairs fields = {});
    /// Exactly these fields: no token, nothing hidden.
    http::Response post_raw(std::string const& address, http::Pairs fields);
    /// GETs where the response redirects to; the response itself when it does not.
    http::Response follow(http::Response const& response);
    void set_cookie(std::string const& name, std::string const& value) { cookies_.set(name, value); }
    std::string cookie(std::string const& name) const { return std::string(cookies_.value(name)); }
    /// Another address on the network, for limits.
    void move_to(std::string client_address) { client_address_ = std::move(client_address); }
    /// What a script or another site would send besides.
    void set_header(std::string const& name, std::string const& value) { headers_.set(name, value); }
    /// The page that forms and their tokens are taken from: what another tab shows.
    std::string const& open_page() const { return last_page_; }
    void show_page(std::string page) { last_page_ = std::move(page); }
    /// Uploads sent with the next post.
    void attach(std::string field, std::string filename, std::string const& content);

  private:
    http::Response send(http::Method method, std::string const& address, http::Pairs form);
    TestWeb& web_;
    http::Pairs cookies_;
    http::Pairs headers_;
    std::string client_address_ = "192.0.2.1";
    std::string last_page_;
    std::vector<http::UploadedFile> files_;
};

/// The text of a page as a person reads it: tags gone, entities decoded, white space folded.
std::string text_of(http::Response const& response);
/// Value of the Location header; empty when there is none.
std::string location_of(http::Response const& response);

}  // namespace doorstep::test
