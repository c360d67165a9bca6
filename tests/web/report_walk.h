#pragma once

#include <map>
#include <string>
#include <vector>

#include "support/web/test_browser.h"

/// A resident's way through the report, page after page, as a browser without scripts goes it.
namespace doorstep::test {

using ReportFields = std::vector<std::pair<std::string, std::string>>;

inline http::Pairs report_fields(ReportFields const& fields) {
    http::Pairs made;
    for (auto const& [name, value] : fields) made.add(name, value);
    return made;
}

class ReportWalk {
  public:
    explicit ReportWalk(TestWeb& web, std::string language_prefix = "")
        : browser(web), prefix_(std::move(language_prefix)) {
        // Enough for every page that has to be answered; the others are passed by.
        answers["danger"] = {{"danger", "no"}};
        answers["what"] = {{"what", "Loud music until 4am"}};
        answers["name"] = {{"named", "no"}};
        answers["contact"] = {{"contact-ways", "will-contact-us"}};
        for (auto const* step :
             {"kind", "who-for", "place", "when", "people", "effect", "motive", "before", "wish"})
            answers[step] = {{"skip", "yes"}};
    }

    TestBrowser browser;
    std::map<std::string, ReportFields> answers;  ///< by page; a page that only tells is sent empty
    std::vector<std::string> pages;               ///< those that were asked, in order

    /// From the first question to the check page; stops at the first that cannot be sent, and returns that.
    http::Response walk(std::string const& from = "danger") {
        auto at = prefix_ + "/report/" + from;
        for (int n = 0; n < 60; ++n) {
            auto const page = browser.get(at);
            if (page.status != 200) return page;
            auto const step = at.substr(at.rfind('/') + 1);
            if (step == "check") return page;
            pages.push_back(step);
            auto const sent = browser.post(at, report_fields(answers[step]));
            if (sent.status != 303) return sent;
            at = location_of(sent);
        }
        return {};
    }
    /// Sends the checked report and shows the page after it.
    http::Response send() {
        auto const sent = browser.post(prefix_ + "/report/check");
        return sent.status == 303 ? browser.get(location_of(sent)) : sent;
    }
    bool asked(std::string const& step) const {
        return std::find(pages.begin(), pages.end(), step) != pages.end();
    }

  private:
    std::string prefix_;
};

}  // namespace doorstep::test
