#pragma once

#include <deque>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "forms_on_page.h"
#include "support/web/test_browser.h"
#include "usecases/site/opened_site.h"

/// Walks a small invented landlord's whole site, as one of each role and as a resident, and finds every form.
namespace doorstep::test {

/// Somebody looking at pages.
struct Visitor {
    std::string name;
    TestBrowser browser;
    std::deque<std::string> waiting;  ///< addresses still to look at
    std::map<std::string, int> seen;  ///< pages of a pattern, of a kind, and addresses
};

/// Where a form is.
struct FormPlace {
    Visitor* visitor = nullptr;
    std::string address;
};

/// A form wherever it is met: the route it is sent to and the names of its fields.
struct FoundForm {
    std::string key;
    std::string route;  ///< "/cases/{reference}/contacts/new"
    std::vector<FormPlace> places;
    std::set<std::string> word_fields;
};

class Crawler {
  public:
    Crawler();

    /// Looks at everything that waits. Fails the test for a page that is our fault or holds foreign markup.
    void look_around();
    /// What a page showed: its forms are noted, its links wait to be looked at.
    PageParts take_in(Visitor& visitor, std::string const& address, http::Response const& response);
    void queue(Visitor& visitor, std::string const& address);

    std::vector<FoundForm>& forms() { return forms_; }
    storage::sql::Database& database() { return site_->database(); }
    pages::Routes const& routes() { return web_->site().routes(); }
    std::string route_of(http::Method method, std::string address) const;
    std::string key_of(PageForm const& form) const;
    PageForm const* form_with_key(PageParts const& parts, std::string const& key) const;

  private:
    TemporaryFolder folder_;
    FixedClock clock_;
    std::unique_ptr<usecases::OpenedSite> site_;
    std::unique_ptr<TestWeb> web_;
    http::PathTable paths_;
    std::deque<Visitor> visitors_;
    std::vector<FoundForm> forms_;
    std::map<std::string, std::size_t> by_key_;
};

/// Fields that take any words: not numbers, passwords or hidden ones.
bool takes_words(PageField const& field);

}  // namespace doorstep::test
