// The orders of articles.
// @variant PUBLISHED_DESC key=publishedDescending direction=DESC beyond=<
// @variant PUBLISHED_ASC key=publishedAscending direction=ASC beyond=>
