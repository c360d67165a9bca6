#include <gtest/gtest.h>
#include <zip.h>

#include <fstream>

#include "gateways/document_programs.h"
#include "support/web/test_browser.h"
#include "usecases/incidents/add_incident.h"
#include "usecases/people/add_person.h"

/// What leaves as a document tells, in no part of it, who was taken out of its words: nor in what a word
/// processor or a reader of PDF shows as the file's properties.
namespace doorstep::test {
namespace {

using domain::access::Role;

class Documents : public ::testing::Test {
  protected:
    TestSite site;
    TestWeb web{site};
    TestBrowser browser{web};
    domain::accounts::Account officer = site.account(Role::asb_officer, "Dana Okafor");
    TestSite::MadeCase made = site.open_case({.owner = officer.id});

    void SetUp() override {
        auto context = site.as(officer);
        usecases::people::AddPerson witness;
        witness.reference = made.file.reference;
        witness.part = domain::people::Part::witness;
        witness.side = domain::people::Side::reporting;
        witness.name = "Ivo Marsh";
        witness.telephone = "07700 900123";
        witness.address_text = "Flat 12, Acre Court";
        witness.anonymous = true;
        ASSERT_TRUE(usecases::people::add_person(context, witness));
        usecases::incidents::AddIncident incident;
        incident.reference = made.file.reference;
        incident.happened_on = site.today().plus_days(-2);
        incident.description = "Ivo Marsh rang from 07700 900123: shouting on the stairs until two";
        auto adding = site.as(officer);
        ASSERT_TRUE(usecases::incidents::add_incident(adding, incident));
        browser.sign_in(officer);
    }
    http::Response bundle(std::string const& format) {
        auto const address = "/cases/" + made.file.reference + "/bundle";
        http::Pairs wanted;
        wanted.set("format", format);
        browser.get(address);
        auto response = browser.post(address, wanted);
        EXPECT_EQ(response.status, 200);
        return response;
    }
    /// Every part of an Office Open XML file, by name.
    std::map<std::string, std::string> parts_of(std::string const& bytes) {
        auto const path = site.folder() / "opened.docx";
        std::ofstream(path, std::ios::binary) << bytes;
        std::map<std::string, std::string> parts;
        int error = 0;
        auto* archive = zip_open(path.c_str(), ZIP_RDONLY, &error);
        if (!archive) return parts;
        for (zip_int64_t n = 0; n < zip_get_num_entries(archive, 0); ++n) {
            zip_stat_t entry;
            zip_stat_index(archive, static_cast<zip_uint64_t>(n), 0, &entry);
            std::string content(entry.size, '\0');
            auto* file = zip_fopen_index(archive, static_cast<zip_uint64_t>(n), 0);
            zip_fread(file, content.data(), content.size());
            zip_fclose(file);
            parts.emplace(entry.name, std::move(content));
        }
        zip_close(archive);
        return parts;
    }
    static void expect_nobody_in(std::string const& content, std::string const& where) {
        for (auto const* word : {"Marsh", "900123", "Flat 12"})
            EXPECT_EQ(content.find(word), std::string::npos) << word << " in " << where;
    }
};

TEST_F(Documents, of_a_case_name_nobody_who_was_taken_out_in_any_part_of_a_word_document) {
    if (!gateways::can_make_docx()) GTEST_SKIP() << "pandoc is not installed";
    auto const parts = parts_of(bundle("docx").body);
    ASSERT_TRUE(parts.contains("word/document.xml"));
    EXPECT_NE(parts.at("word/document.xml").find("shouting on the stairs"), std::string::npos)
        << "the incident is not in it: test nothing";
    for (auto const& [name, content] : parts) expect_nobody_in(content, name);
    auto const properties = parts.find("docProps/core.xml");
    ASSERT_NE(properties, parts.end());
    EXPECT_EQ(properties->second.find("Okafor"), std::string::npos) << "whoever made it is in its properties";
    EXPECT_FALSE(parts.contains("word/comments.xml") &&
                 parts.at("word/comments.xml").find("<w:comment ") != std::string::npos);
}

TEST_F(Documents, of_a_case_name_nobody_in_the_properties_of_a_pdf) {
    if (!gateways::can_make_pdf()) GTEST_SKIP() << "Chromium is not installed";
    auto const pdf = bundle("pdf").body;
    ASSERT_TRUE(pdf.starts_with("%PDF"));
    expect_nobody_in(pdf, "the PDF");
    EXPECT_EQ(pdf.find("/Author"), std::string::npos);
    EXPECT_EQ(pdf.find("Okafor"), std::string::npos);
}

TEST_F(Documents, of_a_case_name_nobody_in_the_web_page) {
    expect_nobody_in(browser.get("/cases/" + made.file.reference + "/bundle").body, "the page");
}

TEST_F(Documents, of_a_hidden_case_are_given_to_nobody_else) {
    site.database().run_script("UPDATE case_file SET restricted = TRUE");
    TestBrowser other(web);
    other.sign_in(site.account(Role::asb_officer, "Another Officer"));
    auto const address = "/cases/" + made.file.reference + "/bundle";
    EXPECT_EQ(other.get(address).status, 404);
    for (std::string const format : {"pdf", "docx"}) {
        http::Pairs wanted;
        wanted.set("format", format);
        EXPECT_EQ(other.post(address, wanted).status, 404);
    }
}

}  // namespace
}  // namespace doorstep::test
