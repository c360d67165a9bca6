#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "http/response.h"
#include "support/databases.h"
#include "usecases/accounts/demo_sign_ins.h"
#include "usecases/site/opened_site.h"

namespace doorstep::test {

/// The demo, with every other case restricted to nobody and a word in all that was ever written in those
/// cases: whoever is shown that word, or the reference of such a case, has been shown what is not for them.
class HiddenCases {
  public:
    HiddenCases();

    usecases::Services& services() { return site_->services(); }
    std::vector<usecases::accounts::DemoSignIn> const& people() const { return people_; }
    /// A hidden case that has records of most kinds, and an open one that is for everybody who sees cases.
    std::string const& hidden_reference() const { return references_.front(); }
    std::string const& open_reference() const { return open_reference_; }
    /// The id of a row of this table that belongs to a hidden case; empty when the demo has none.
    std::string const& id_in(std::string const& table) const;
    /// What an answer tells of hidden cases, in words; empty when nothing. What was asked may come back.
    std::string told_by(http::Response const& response, std::string_view asked) const;
    /// Events in the chains of hidden cases: none more, and nobody has changed anything.
    std::int64_t events_of_hidden_cases();

    static constexpr std::string_view word = "zqxsecret";

  private:
    void hide_every_other_case();
    void write_the_word_into_them();
    void collect_ids();
    std::int64_t number(std::string const& sql);
    std::vector<std::string> texts(std::string const& sql);
    void run(std::string const& sql);

    TemporaryFolder folder_;
    FixedClock clock_;
    std::unique_ptr<usecases::OpenedSite> site_;
    std::vector<usecases::accounts::DemoSignIn> people_;
    std::vector<std::string> references_;
    std::string open_reference_;
    std::map<std::string, std::string, std::less<>> ids_;
};

}  // namespace doorstep::test
